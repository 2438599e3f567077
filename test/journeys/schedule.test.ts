import * as v from 'valibot'
import { activityChangeSchema } from '../../miniprogram/contract/activity-change'
import type { ActivityKind } from '../../miniprogram/contract/activities'
import { editions } from '../../miniprogram/contract/editions'
import type { Hand } from '../../local/hand'
import { askAs } from '../support/demo-cloud'
import { eventually } from '../support/eventually'
import { setStage } from '../support/stage'

const stage = setStage()

const titles = (hand: Hand): Promise<string[]> =>
  hand.page
    .locator('day-row [aria-role="button"], day-row [role="button"]')
    .evaluateAll(rows => rows.map(row => (row.getAttribute('aria-label') ?? '').split('，').slice(0, 2).join(' ')))

test('the schedule is narrowed by kind, time and a few words, and each entry leads on', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('日程')
  await hand.sees('2026 年日程')
  await eventually(
    async () => (await titles(hand)).slice(0, 3),
    ['9 月 20 日周日 我是生态环境讲解员', '9 月 22 日周二 寻找城市守望者', '10 月 12 日周一 科普能力提升培训'],
  )
  await hand.tap('主题日')
  await hand.tap('6 月')
  await eventually(() => titles(hand), ['6 月 5 日周五 世界环境日'])
  await hand.tap('正在进行')
  await hand.sees('没有找到，换几个字或换个条件试试。')
  await hand.tap('看全年')
  await hand.page.getByRole('textbox').fill('臭氧')
  await hand.sees('1 项')
  await eventually(() => titles(hand), ['9 月 16 日周三 国际保护臭氧层日'])
  await hand.tap('国际保护臭氧层日')
  await hand.tap('加入手机日历')
  await hand.tap('添加')
  await hand.sees('已加入手机日历')
  await eventually(() => hand.kept(), [{ kind: 'date', name: '国际保护臭氧层日', url: '' }])
})

test('the year is taken along as a calendar file, the first year looks like an archive', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('日程')
  await hand.tap('全年日程存进日历')
  await hand.sees('日历文件做好了')
  await hand.tap('复制内容')
  await hand.seesPart('在电脑上存成以 .ics 结尾的文件')
  await hand.tap('知道了')
  await hand.tap('2020 年')
  await hand.sees('这一年的活动已经结束。时间以原通知为准。')
  await hand.tap('大学生在行动')
  await hand.sees('这是往年的活动，时间以原通知为准。')
  await hand.sees('5 月 1 日 — 10 月 31 日')
  expect(await hand.page.getByText('加入手机日历').count()).toBe(0)
})

test('a person agrees to one reminder, finds it, and forgets it', async () => {
  const hand = await stage.hold('zhao')
  await hand.tap('科研设施开放日')
  await hand.tap('截止前提醒我')
  await hand.tap('取消')
  await hand.sees('没有设提醒。想要的时候再点一次就好。')
  expect(stage.cloud.database.find('message_agreements')).toEqual([])
  await hand.tap('截止前提醒我')
  await hand.tap('允许')
  await hand.sees('已设好')
  await hand.open('packages/notices/reminders/reminders')
  await hand.tap('科研设施开放日 · 快要截止')
  await hand.tap('不再提醒')
  await hand.sees('活动页里点“提醒我”，这里就有了。')
})

test('who has not consented is led to that before anybody asks for an agreement', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('科研设施开放日')
  await hand.tap('截止前提醒我')
  await hand.sees('先说清楚，再开始')
  await eventually(() => hand.where(), 'packages/people/consent/consent')
})

test('notices of one’s own city come with what they pass on inside', async () => {
  const hand = await stage.hold('zhao')
  await hand.sees('在朔州市就能参加')
  await hand.tap('桑干河湿地周末讲解')
  await hand.seesPart('认识秋季过境的水鸟')
  await hand.goBack()
  await hand.page.getByRole('button', { name: '在朔州市，全部' }).tap()
  await hand.sees('转发山西省的通知')
  await hand.tap('转发山西省的通知')
  await hand.seesPart('请各市于5月15日前')
  await hand.seesPart('今年共有九项活动')
})

/** The ministry's organiser gives an activity a week more. */
async function extend(kind: ActivityKind, closesAt: number): Promise<void> {
  const { version, activities } = await askAs(stage.cloud, 'ministry', editions.showEdition, { year: 2026 })
  const found = activities.find(activity => activity.kind === kind)
  const change = v.parse(v.object(activityChangeSchema.entries), { ...found, closesAt })
  const edit = { year: 2026, kind, version, change, reason: '报名踊跃，延长一周' }
  await askAs(stage.cloud, 'ministry', editions.editActivity, edit)
}

test('two phones: a window that an organiser changes arrives on the other one, with the reason and the window before', async () => {
  const hand = await stage.hold('zhou')
  await hand.sees('还剩 4 天')
  await extend('biodiversity-works', Date.parse('2026-09-30T00:00:00+08:00'))
  stage.cloud.clock.freeze(stage.cloud.clock.now() + 61_000)
  await hand.page.reload()
  await hand.sees('刚更新：5 月 22 日 — 9 月 29 日')
  await hand.tap('日程')
  await hand.sees('刚更新 · 还有 11 天')
  await hand.tap('寻找城市守望者')
  await hand.sees('时间刚更新（9 月 18 日）')
  await hand.sees('原来是 5 月 22 日 — 9 月 22 日。原因：报名踊跃，延长一周。')
})
