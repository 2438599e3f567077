import { DAY, startOfDay } from '../../../../miniprogram/contract/time'
import type { Activity } from '../../../../miniprogram/contract/activities'
import {
  attachmentOf,
  changedFields,
  draftOf,
  linesOf,
  rebased,
} from '../../../../miniprogram/packages/desk/edit-activity/activity-draft'
import { activityForm } from '../../../../miniprogram/packages/desk/edit-activity/activity-form'

const activity: Activity = {
  kind: 'explainers',
  name: '我是生态环境讲解员',
  summary: '讲解视频选拔',
  theme: '守护绿水青山',
  audience: '志愿者',
  steps: ['准备视频', '说明主题'],
  requirements: [],
  contact: 'hbkp365@163.com',
  attachments: [{ name: '通知', url: 'https://example.cn/a.pdf' }],
  opensAt: startOfDay('2026-06-05') + 9 * 60 * 60 * 1000,
  closesAt: startOfDay('2026-09-21'),
  unit: { id: 'unit-museum', name: '太原环境科普馆' },
  changed: null,
}

const form = activityForm(activity, true)
const submit = (change: Record<string, string>) => form.submit(form.begin({ ...draftOf(activity), ...change }))

const { kind, changed, ...unchanged } = activity

test('what nobody touches goes out as it came in, down to the hour of the opening', () => {
  expect([kind, changed]).toEqual(['explainers', null])
  expect(submit({}).input).toEqual({ ...unchanged, unit: 'unit-museum', reason: '' })
})

test('days become Beijing instants: from the first moment of one to the last of the other', () => {
  const moved = submit({ opensAt: '2026-07-01', closesAt: '2026-12-31', reason: '报名延长' })
  expect(moved.input).toMatchObject({
    opensAt: startOfDay('2026-07-01'),
    closesAt: startOfDay('2026-12-31') + DAY,
    reason: '报名延长',
  })
})

test.each([
  ['a window moved without a reason', { closesAt: '2026-10-01' }, 'reason'],
  ['a reason of one letter', { reason: '忙' }, 'reason'],
  ['an end before the beginning', { closesAt: '2026-06-04', reason: '写错了' }, 'closesAt'],
  ['an attachment without an address', { attachments: '报名表' }, 'attachments'],
  ['an attachment that is not safe', { attachments: '报名表 http://example.cn/a' }, 'attachments'],
  ['thirteen steps', { steps: Array.from({ length: 13 }, (_, at) => `第 ${at} 步`).join('\n') }, 'steps'],
  ['a name of one letter', { name: '我' }, 'name'],
  ['no contact', { contact: '  ' }, 'contact'],
])('%s is told at its field', (_, change, field) => {
  const { state } = submit(change)
  const told = Object.entries(state.errors).flatMap(([name, words]) => (words === '' ? [] : [name]))
  expect(told).toEqual([field])
})

test('a draft year moves its windows without a reason', () => {
  const free = activityForm(activity, false)
  const moved = free.submit(free.begin({ ...draftOf(activity), closesAt: '2026-10-01' }))
  expect(moved.input).toMatchObject({ closesAt: startOfDay('2026-10-01') + DAY, reason: '' })
})

test('lists are lines, blank ones left out; attachments end in their address', () => {
  expect(linesOf(' 一 \n\n二\n  ')).toEqual(['一', '二'])
  expect(attachmentOf('申报 表格 https://example.cn/b')).toEqual({ name: '申报 表格', url: 'https://example.cn/b' })
  expect(attachmentOf('没有网址')).toEqual({ name: '没有网址', url: '' })
})

test('what was typed stays, what was not touched follows the others', () => {
  const before = draftOf(activity)
  const typed = { ...before, theme: '我写的主题' }
  const theirs = { ...before, theme: '别人的主题', audience: '所有人' }
  expect(rebased(before, typed, theirs)).toEqual({ ...before, theme: '我写的主题', audience: '所有人' })
  expect(changedFields(before, theirs)).toEqual(['theme', 'audience'])
})
