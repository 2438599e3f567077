import { FieldHand } from '../../support/field-hand'

const at = Date.parse('2026-07-15T16:05:00Z')
const draft = (state: string) => new FieldHand('draft-indicator', { state, at }, ['retry'])

test('says when a draft was saved by Beijing’s clock, that it is being saved, or that it is not', () => {
  expect(['saved', 'saving', 'failed'].map(state => draft(state).texts('text'))).toEqual([
    ['已存在这部手机上 · 00:05'],
    ['正在保存…'],
    ['还没有存上，内容还在这一页里。'],
  ])
})

test('is nowhere before there is a draft, and offers another try only where it is not saved', async () => {
  expect([draft('').texts('text'), draft('saved').texts('retry')]).toEqual([[], []])
  const failed = draft('failed')
  await failed.tap('.retry')
  expect(failed.said).toHaveLength(1)
})
