import { CONSENT_VERSION, people } from '../../miniprogram/contract/people'
import { MINUTE } from '../../miniprogram/contract/time'
import { askAs } from '../support/demo-cloud'
import { write } from '../support/field-writing'
import { answerOn, handIn, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

const stage = setStage()

async function play(persona: string, right: number) {
  const hand = await stage.hold(persona)
  await hand.open('pages/quiz/quiz')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, [...times(right, true), ...times(10 - right, false)])
  await handIn(hand)
  await hand.sees('再答一次')
  return hand
}

async function passMinutes(minutes: number): Promise<void> {
  stage.cloud.clock.freeze(stage.cloud.clock.now() + minutes * MINUTE)
  const { outcome } = await stage.cloud.timers.run('standings', 'roll-up')
  expect(outcome).toBe('returned')
}

const NOTE = '十道题只用了一秒'

test('two people play and see their places; an attempt that was too quick is set aside, and that is taken back', async () => {
  const zhou = await play('zhou', 9)
  const lin = await play('lin', 7)
  await lin.open('packages/quiz/ranking/ranking')
  await lin.sees('还没有名次')
  await passMinutes(2)

  await zhou.open('pages/quiz/quiz')
  await zhou.tap('排行榜')
  await zhou.sees('第 1 名')
  await zhou.seesPart('2 人参加')
  await zhou.role('switch', '榜上显示我的昵称').tap()
  await zhou.page.getByRole('switch', { checked: true }).waitFor()

  await passMinutes(2)
  await lin.open('packages/quiz/ranking/ranking')
  await lin.sees('第 2 名')
  const first = lin.page.getByLabel(/^第 1 名，周同学，/)
  await first.waitFor()
  await lin.page.getByLabel(/^我，第 2 名，一位答题者，.*70分$/).waitFor()

  await lin.role('radio', '城市').tap()
  await lin.sees('我的城市未上榜')
  await lin.page.getByRole('button', { name: /怎么排名$/ }).tap()
  await lin.seesPart('满 5 人才排名')

  const organiser = await stage.hold('shanxi')
  await organiser.open('packages/desk/home/home')
  await organiser.tap('答卷复核')
  await organiser.tap('答得比读题还快')
  await organiser.seesPart('每题选了第几个')
  await organiser.tap('不计入')
  await write(organiser, '原因', NOTE)
  await organiser.page.locator('reason-sheet').getByText('不计入', { exact: true }).last().tap()
  await organiser.seesPart(NOTE)
  await organiser.sees('恢复计入')

  await zhou.open('pages/me/me')
  await zhou.sees('这次成绩不计入排名')
  await zhou.sees('不计入')
  await zhou.tap('去看看')
  await zhou.seesPart(NOTE)
  await zhou.sees('复制邮箱')
  expect(await zhou.reading('成绩海报').count()).toBe(0)
  await passMinutes(2)
  await zhou.open('packages/quiz/ranking/ranking')
  await zhou.seesPart('1 人参加')
  await zhou.page.getByLabel(/^第 1 名，一位答题者，.*70分$/).waitFor()
  expect(await zhou.page.getByLabel(/周同学/).count()).toBe(0)

  await organiser.tap('恢复计入')
  await write(organiser, '原因', '问过本人，是监测站的老师')
  await organiser.page.locator('reason-sheet').getByText('恢复计入', { exact: true }).last().tap()
  await organiser.seesPart('问过本人')
  await passMinutes(2)
  await zhou.open('packages/quiz/ranking/ranking')
  await zhou.sees('第 1 名')
  await zhou.seesPart('2 人参加')
  await zhou.open('pages/me/me')
  await zhou.sees('这次成绩重新计入排名')

  // Somebody who was named turns out to be a child: nobody reads the name any more, and the switch is gone.
  const child = { version: CONSENT_VERSION, ageBand: 'under-14', guardianAgrees: true } as const
  await askAs(stage.cloud, 'zhou', people.giveConsent, child)
  await passMinutes(2)
  await lin.open('packages/quiz/ranking/ranking')
  await lin.page.getByLabel(/^第 1 名，一位答题者，/).waitFor()
  await zhou.open('packages/quiz/ranking/ranking')
  await zhou.seesPart('未满 14 岁的同学在榜上都显示为“一位答题者”')
  expect(await zhou.page.getByRole('switch').count()).toBe(0)
})
