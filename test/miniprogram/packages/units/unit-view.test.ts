import type { OwnUnit } from '../../../../miniprogram/contract/units'
import { dueText } from '../../../../miniprogram/copy/units'
import { NO_UNIT, unitView } from '../../../../miniprogram/packages/units/unit/unit-view'

const at = (text: string): number => Date.parse(`${text}+08:00`)

const unit = (change: Partial<OwnUnit> = {}): OwnUnit => ({
  id: 'u1',
  name: '朔州市第三中学',
  kind: 'school',
  region: '140600',
  parent: null,
  state: 'confirmed',
  members: 12,
  reason: '',
  appliedAt: at('2026-05-01T08:00'),
  isOfficer: true,
  liaison: null,
  liaisonDue: at('2026-06-08T00:00'),
  now: at('2026-06-01T12:00'),
  ...change,
})

const liaison = {
  name: '王建国',
  duty: '科长',
  phone: '0349-2024567',
  mail: 'wang@example.cn',
  namedAt: 0,
  late: false,
  version: 1,
}

test('who is in no unit is told so', () => {
  expect(unitView(null)).toEqual(NO_UNIT)
})

test('an application shows its way, and no members that it does not have yet', () => {
  const { state, note, way, facts } = unitView(unit({ state: 'applied', isOfficer: false }))
  expect([state, note, way.map(step => step.state)]).toEqual(['applied', '等待确认', ['done', 'current', 'todo']])
  expect(facts).toEqual([
    { label: '类别', text: '中小学校' },
    { label: '地区', text: '山西省 · 朔州市' },
  ])
})

test('what was turned down says why', () => {
  const { state, reason } = unitView(unit({ state: 'closed', reason: '证明看不清' }))
  expect([state, reason]).toEqual(['closed', '证明看不清'])
})

test('a due day is shown while nobody is named', () => {
  expect(unitView(unit()).due).toBe('6 月 7 日截止，还有 6 天。')
  expect([unitView(unit({ liaison })).due, unitView(unit({ liaison })).liaison]).toEqual(['', '王建国 · 科长'])
})

test.each([
  ['2026-06-07T23:59:59', '今天截止。'],
  ['2026-06-08T00:00', '6 月 7 日截止，现在补登记也来得及。'],
  ['2026-06-06T00:00', '6 月 7 日截止，还有 1 天。'],
])('at %s in Beijing it reads %s', (now, text) => {
  expect(dueText(at('2026-06-08T00:00'), at(now))).toBe(text)
})
