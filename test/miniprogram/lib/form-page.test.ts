import * as v from 'valibot'
import type { ErrorCode } from '../../../miniprogram/contract/errors'
import { createForm } from '../../../miniprogram/lib/form'
import type { FormPage } from '../../../miniprogram/lib/form-page'
import { keptDraft } from '../../../miniprogram/lib/kept-draft'
import type { View } from '../../../miniprogram/lib/live-view'
import { CallError } from '../../../miniprogram/services/call-error'
import { installPlatformPhone } from '../../support/platform-phone'

const load = () => import('../../../miniprogram/lib/form-page')
let page: Awaited<ReturnType<typeof load>>
let scrolled: string[] = []

beforeAll(async () => {
  installPlatformPhone()
  Object.assign(wx, {
    getAppBaseInfo: () => ({ theme: 'light' }),
    onThemeChange: () => undefined,
    showToast: () => Promise.resolve(),
    pageScrollTo: ({ selector }: { selector: string }) => scrolled.push(selector),
  })
  page = await load()
})

beforeEach(() => {
  scrolled = []
})

let drafts = 0

function kit() {
  const form = createForm(v.object({ name: v.pipe(v.string(), v.minLength(2)) }), {
    name: { label: '名称', kind: 'text' },
  })
  return { form, kept: keptDraft(`form-${(drafts += 1)}`), fieldOf: { 'unit-name-taken': 'name' } } as const
}

function viewOf(state: FormPage): View<FormPage> & { state: FormPage } {
  return {
    state,
    isShown: true,
    show(change) {
      this.state = { ...this.state, ...change }
    },
  }
}

/** A form with a name in it that may be sent. */
function filled() {
  const parts = kit()
  const view = viewOf(page.begun(parts))
  page.changeField(view, parts, 'name', '第三中学')
  return { parts, view }
}

const refuse = (code: ErrorCode) => () => Promise.reject(new CallError(code))

test('tapped twice it is sent once, and its draft goes when it has arrived', async () => {
  const { parts, view } = filled()
  const sent: unknown[] = []
  const act = (input: unknown) => {
    sent.push(input)
    return Promise.resolve()
  }
  await Promise.all([page.sendForm(view, parts, act), page.sendForm(view, parts, act)])
  expect(sent).toEqual([{ name: '第三中学' }])
  expect([parts.kept.values(), view.state.sending, view.state.refused]).toEqual([null, false, ''])
})

test('lost on the way it says so, stays on the phone, and goes out again with the same key', async () => {
  const { parts, view } = filled()
  const keys: string[] = []
  const act = (_input: unknown, key: string) => {
    keys.push(key)
    return refuse('network-lost')()
  }
  await page.sendForm(view, parts, act)
  expect(view.state.refused).toBe('网络断开了，连上网后再试一次。')
  expect(parts.kept.values()).toEqual({ name: '第三中学' })
  await page.sendForm(view, parts, act)
  expect(keys[1]).toBe(keys[0])
  page.changeField(view, parts, 'name', '第四中学')
  await page.sendForm(view, parts, act)
  expect(keys[2]).not.toBe(keys[0])
})

test('a refusal about a field stands at the field until it is changed', async () => {
  const { parts, view } = filled()
  await page.sendForm(view, parts, refuse('unit-name-taken'))
  expect(view.state.form.errors['name']).toContain('已经有同名的单位')
  expect([view.state.refused, scrolled]).toEqual(['', ['#name']])
  page.changeField(view, parts, 'name', '第四中学')
  expect(view.state.form.errors['name']).toBe('')
})

test('what does not fit is not sent', async () => {
  const parts = kit()
  const view = viewOf(page.begun(parts))
  const act = jest.fn(() => Promise.resolve())
  await page.sendForm(view, parts, act)
  expect(act).not.toHaveBeenCalled()
  expect([view.state.form.errors['name'], scrolled]).toEqual(['请填写名称。', ['#name']])
})

test('a missing consent is left to who asks for it, and nothing typed is lost', async () => {
  const { parts, view } = filled()
  await expect(page.sendForm(view, parts, refuse('consent-missing'))).rejects.toEqual(new CallError('consent-missing'))
  expect([view.state.sending, parts.kept.values()]).toEqual([false, { name: '第三中学' }])
})
