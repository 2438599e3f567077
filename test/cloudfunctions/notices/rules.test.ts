import { isAbove, wholeText } from '../../../cloudfunctions/notices/rules'
import { reminderFields } from '../../../cloudfunctions/notices/words'
import type { Activity } from '../../../miniprogram/contract/activities'

const at = (text: string) => Date.parse(`${text}+08:00`)

const activity = (opensAt: number, closesAt: number, name = '云竞答'): Activity => ({
  kind: 'quiz',
  opensAt,
  closesAt,
  name,
  summary: '',
  theme: '',
  audience: '',
  steps: [],
  requirements: [],
  contact: '',
  attachments: [],
  unit: null,
  changed: null,
})

test.each([
  ['000000', '140000', true],
  ['000000', '140600', true],
  ['140000', '140600', true],
  ['BT0000', 'BT0800', true],
  ['000000', '000000', false],
  ['140600', '140600', false],
  ['140600', '140000', false],
  ['140000', '150100', false],
  ['650000', 'BT0800', false],
])('%s above %s: %s', (region, other, above) => {
  expect(isAbove(region, other)).toBe(above)
})

test.each([
  ['', null, ''],
  ['加一句', null, '加一句'],
  ['', '原文', '原文'],
  ['加一句', '原文', '加一句\n\n原文'],
])('“%s” passing on “%s” says “%s”', (text, passedOn, whole) => {
  expect(wholeText(text, passedOn)).toBe(whole)
})

test('a message names the moment in Beijing, over the new year too, and fits its fields', () => {
  const long = activity(at('2026-12-31T23:30:00'), at('2027-01-16T00:00:00'), '城'.repeat(30))
  expect(reminderFields(long, 'activity-opens', at('2026-12-31T23:30:00'))).toEqual({
    thing1: `${'城'.repeat(19)}…`,
    time2: '2026年12月31日 23:30',
    thing3: '活动已经开放，点开看怎么参加',
  })
  expect(reminderFields(long, 'activity-closes', at('2027-01-15T00:00:00'))).toMatchObject({
    time2: '2027年1月15日 23:59',
    thing3: '活动即将截止，请及时参加',
  })
})
