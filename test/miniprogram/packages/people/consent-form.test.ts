import { consentForm } from '../../../../miniprogram/packages/people/consent/consent-form'

const submitted = (draft: Record<string, unknown>) => {
  const state = Object.entries(draft).reduce(
    (form, [name, value]) => consentForm.changed(form, name, value),
    consentForm.begin(),
  )
  return consentForm.submit(state)
}

const input = (draft: Record<string, unknown>): unknown => submitted(draft).input
const wrong = (draft: Record<string, unknown>): string[] =>
  Object.entries(submitted(draft).state.errors).flatMap(([name, sentence]) => (sentence === '' ? [] : [name]))

test('no tick is made for anybody, whatever is handed in', () => {
  const { draft } = consentForm.begin({ ageBand: 'under-14', agrees: true, guardianAgrees: true })
  expect(draft).toEqual({ ageBand: 'under-14', agrees: false, guardianAgrees: false })
})

test.each([
  ['nothing', {}, ['ageBand', 'agrees']],
  ['an age alone', { ageBand: '18-59' }, ['agrees']],
  ['a tick alone', { agrees: true }, ['ageBand']],
  ['a child alone', { ageBand: 'under-14', agrees: true }, ['guardianAgrees']],
  ['a child with no tick at all', { ageBand: 'under-14' }, ['agrees', 'guardianAgrees']],
  ['a guardian without the consent itself', { ageBand: 'under-14', guardianAgrees: true }, ['agrees']],
])('%s is no consent', (_name, draft, fields) => {
  expect([wrong(draft), input(draft)]).toEqual([fields, undefined])
})

test.each([
  ['a grown-up', { ageBand: '18-59', agrees: true, guardianAgrees: false }],
  ['a youth', { ageBand: '14-17', agrees: true, guardianAgrees: false }],
  ['a child with a guardian', { ageBand: 'under-14', agrees: true, guardianAgrees: true }],
])('%s may consent', (_name, draft) => {
  expect(input(draft)).toEqual(draft)
})
