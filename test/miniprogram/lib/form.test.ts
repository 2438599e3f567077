import * as v from 'valibot'
import { daySchema } from '../../../miniprogram/contract/time'
import type { FieldKind } from '../../../miniprogram/copy/forms'
import { createForm, type FormState } from '../../../miniprogram/lib/form'

const schema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(2), v.maxLength(8)),
  phone: v.pipe(v.string(), v.regex(/^1\d{10}$/)),
  mail: v.optional(v.pipe(v.string(), v.email())),
  topics: v.pipe(v.array(v.string()), v.minLength(2), v.maxLength(3)),
  agreed: v.literal(true),
})

const form = createForm(schema, {
  name: { label: '姓名', kind: 'text' },
  phone: { label: '手机号', kind: 'phone' },
  mail: { label: '邮箱', kind: 'mail' },
  topics: { label: '主题', kind: 'choices' },
  agreed: { label: '同意', kind: 'consent' },
})

const right = { name: '林小溪', phone: '13800000000', mail: '', topics: ['air', 'water'] }

const said = ({ errors }: FormState) =>
  Object.fromEntries(Object.entries(errors).filter(([, sentence]) => sentence !== ''))

const filled = (values: Record<string, unknown>): FormState =>
  Object.entries(values).reduce((state, [name, value]) => form.changed(state, name, value), form.begin())

describe('sentences', () => {
  const one = (entry: v.GenericSchema, kind: FieldKind, value: unknown) => {
    const single = createForm(v.object({ it: entry }), { it: { label: '这一项', kind } })
    return single.left(single.changed(single.begin(), 'it', value), 'it').errors.it
  }

  const text = v.pipe(v.string(), v.minLength(2), v.maxLength(5))
  const list = v.pipe(v.array(v.string()), v.minLength(2), v.maxLength(3))
  const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))

  test.each<[string, v.GenericSchema, FieldKind, unknown, string]>([
    ['nothing', text, 'text', undefined, '请填写这一项。'],
    ['an empty text', text, 'text', '', '请填写这一项。'],
    ['a short text', text, 'text', '一', '这一项再多写一点，至少 2 个字。'],
    ['a long text', text, 'text', '一二三四五六七', '这一项最多 5 个字，请删去 2 个。'],
    ['another length', v.pipe(v.string(), v.length(6)), 'text', '一', '这一项是 6 个字，请再对一下。'],
    ['no phone number', v.pipe(v.string(), v.regex(/^1\d{10}$/)), 'phone', '12', '手机号是 11 位数字，请再对一下。'],
    ['a short phone number', v.pipe(v.string(), v.minLength(11)), 'phone', '1', '手机号是 11 位数字，请再对一下。'],
    ['no mail address', v.pipe(v.string(), v.email()), 'text', 'a@', '邮箱像 name@example.cn 这样写，请再对一下。'],
    ['no link', v.pipe(v.string(), v.url()), 'link', 'a', '网址以 https:// 开头，请再对一下。'],
    ['no day', daySchema, 'day', '2026-02-30', '请选一个日子。'],
    ['nothing chosen', v.picklist(['a']), 'choice', undefined, '请选择这一项。'],
    ['something not offered', v.picklist(['a']), 'choice', 'b', '请在给出的里面选一个这一项。'],
    ['none of several', list, 'choices', [], '请选择这一项。'],
    ['too few', list, 'choices', ['a'], '这一项请至少选 2 项。'],
    ['too many', list, 'choices', ['a', 'b', 'c', 'd'], '这一项最多选 3 项，请去掉 1 项。'],
    ['too many files', list, 'files', ['a', 'b', 'c', 'd', 'e'], '这一项最多放 3 个，请去掉 2 个。'],
    ['no file', list, 'files', [], '请添加这一项。'],
    ['a small number', number, 'number', 0, '这一项最小是 1。'],
    ['a large number', number, 'number', 10, '这一项最大是 9。'],
    ['half a number', number, 'number', 1.5, '这一项请填整数。'],
    ['no number', number, 'number', '七', '这里只用填数字。'],
    ['no consent', v.literal(true), 'consent', false, '请读过以后，在这里打个勾。'],
    ['an unknown rule', v.pipe(v.string(), v.startsWith('x')), 'text', 'y', '这一项的写法请再对一下。'],
  ])('for %s', (_case, entry, kind, value, sentence) => {
    expect(one(entry, kind, value)).toBe(sentence)
  })

  test('are the field’s own where it has one', () => {
    const own = createForm(v.object({ it: text }), { it: { label: '名', kind: 'text', wrong: '写个名字吧。' } })
    expect(said(own.left(own.begin(), 'it'))).toEqual({ it: '写个名字吧。' })
  })

  test('of a check over several fields go to the field it names, else to the whole form', () => {
    const both = v.object({ from: v.string(), to: v.string() })
    const fields = { from: { label: '开始', kind: 'day' }, to: { label: '结束', kind: 'day' } } as const
    const ordered = ({ from, to }: { from: string; to: string }) => from <= to
    const wrong = { from: '2', to: '1' }
    const named = createForm(v.pipe(both, v.forward(v.check(ordered), ['to'])), fields)
    expect(named.submit(named.begin(wrong))).toMatchObject({
      firstWrong: 'to',
      state: { errors: { to: '请选一个日子。' } },
    })
    const whole = createForm(v.pipe(both, v.check(ordered)), fields)
    expect(whole.submit(whole.begin(wrong))).toMatchObject({
      firstWrong: '',
      state: { errors: { '': '填写的内容前后有一处对不上，请再看一遍。' } },
    })
  })
})

describe('a field', () => {
  test('is told nothing before the person has left it, and is told at each change from then on', () => {
    const typing = form.changed(form.begin(), 'name', '林')
    expect(said(typing)).toEqual({})
    const left = form.left(typing, 'name')
    expect(said(left)).toEqual({ name: '姓名再多写一点，至少 2 个字。' })
    expect(said(form.changed(left, 'name', '林小溪'))).toEqual({})
  })

  test('that may be left out is left out when it is emptied', () => {
    const outcome = form.submit(filled({ ...right, mail: '', agreed: true }))
    expect(outcome.input).toEqual({ name: '林小溪', phone: '13800000000', topics: ['air', 'water'], agreed: true })
  })
})

describe('submitting', () => {
  test('gives the parsed input when everything fits', () => {
    expect(form.submit(filled({ ...right, mail: 'a@b.cn', agreed: true }))).toMatchObject({
      input: { ...right, mail: 'a@b.cn', agreed: true },
      state: { errors: { name: '', phone: '', mail: '', topics: '', agreed: '', '': '' } },
    })
  })

  test('otherwise tells every wrong field, and the first of them in the order of the page', () => {
    const outcome = form.submit(filled({ agreed: true, topics: ['air'], name: '林小溪', phone: '1' }))
    expect(outcome).toMatchObject({ firstWrong: 'phone' })
    expect(said(outcome.state)).toEqual({
      phone: '手机号是 11 位数字，请再对一下。',
      topics: '主题请至少选 2 项。',
    })
  })
})

describe('a draft', () => {
  test('is dirty while it differs from what was kept', () => {
    const begun = form.begin(right)
    const changed = form.changed(begun, 'name', '林')
    expect([begun.dirty, changed.dirty, form.changed(changed, 'name', '林小溪').dirty]).toEqual([false, true, false])
    expect(form.kept(changed)).toMatchObject({ dirty: false, draft: { name: '林' } })
    expect(form.changed(begun, 'topics', ['air', 'water']).dirty).toBe(false)
  })

  test('begins with a value of the right type in every field, and no sentence', () => {
    expect(form.begin({ name: '林小溪' })).toMatchObject({
      draft: { name: '林小溪', phone: '', mail: '', topics: [], agreed: false },
      errors: { name: '', phone: '', mail: '', topics: '', agreed: '', '': '' },
    })
  })

  test('never brings consent along', () => {
    const begun = form.begin({ ...right, agreed: true })
    expect(begun.draft.agreed).toBe(false)
    expect(form.submit(begun)).toMatchObject({ firstWrong: 'agreed' })
  })
})
