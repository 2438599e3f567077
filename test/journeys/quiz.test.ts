import { SECOND } from '../../miniprogram/contract/time'
import { demoMoment } from '../../local/seed/edition-2026'
import { eventually } from '../support/eventually'
import { answer, answerOn, goOn, handIn, openQuestion, stemOf, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

const stage = setStage()

const attempts = () => stage.cloud.database.find('quiz_attempts')
const scores = () => attempts().map(({ state, score }) => [state, score])

/** The clock jumps over minutes: what timers did then is no call of a phone. */
const TIMED = ['bank', 'standings']
const callsSince = (before: ReturnType<typeof stage.cloud.counters.snapshot>) =>
  Object.fromEntries(
    Object.entries(stage.cloud.counters.since(before).functions).filter(([name]) => !TIMED.includes(name)),
  )

const later = (seconds: number) => {
  stage.cloud.clock.freeze(demoMoment + seconds * SECOND)
}

test('a newcomer plays from the home page to the result, in two calls after home’s one', async () => {
  const before = stage.cloud.counters.snapshot()
  const hand = await stage.hold('lin')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, [...times(8, true), ...times(2, false)])
  later(138)
  await handIn(hand)
  await hand.sees('80')
  await hand.sees('2 分 18 秒')
  await hand.sees('答错的题')
  await eventually(() => hand.page.getByText('容易错在').count(), 2)
  await eventually(() => callsSince(before), { editions: 1, notices: 1, people: 1, quiz: 2 })
  await eventually(scores, [['submitted', 80]])
})

test('the app closed and opened again offers to go on from home', async () => {
  const hand = await stage.hold('zhao')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(2, true))
  await hand.page.goto(`${stage.cloud.url}/phone/?persona=zhao`)
  await hand.sees('有一份卷子还没交，答了 2 题，共 10 题。')
  await hand.tap('继续作答')
  await answerOn(hand, stage.cloud, times(8, true))
  await handIn(hand)
  await hand.sees('100')
})

test('when the time is over the paper hands itself in', async () => {
  const hand = await stage.hold('lin')
  await hand.page.clock.install({ time: demoMoment })
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(3, true))
  later(300)
  await hand.page.clock.fastForward(301 * SECOND)
  await hand.sees('30')
  await eventually(() => attempts().map(({ seconds }) => seconds), [300])
})

test('questions may be left blank, revisited and changed; the hand-in says how many are blank', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('开始竞答')
  await answer(hand, stage.cloud, false)
  const first = await stemOf(hand)
  await goOn(hand)
  await hand.tap('上一题')
  await hand.sees(first)
  await answer(hand, stage.cloud, true)
  await openQuestion(hand, 10)
  await hand.tap('交卷')
  await hand.sees('还有 9 题没有答，没答的不得分。')
  await hand.tap('再看看')
  await hand.reading('再看看').waitFor({ state: 'hidden' })
  await handIn(hand)
  await hand.sees('1 / 10')
})

test('three attempts a day: the fourth is refused in words, on a phone that has forgotten too', async () => {
  const hand = await stage.hold('lin')
  for (const number of [1, 2, 3]) {
    later(number)
    await hand.tap('开始竞答')
    await answer(hand, stage.cloud, true)
    await openQuestion(hand, 10)
    await handIn(hand)
    await hand.sees(`第 ${number} 次`)
    await hand.tap('回首页')
    await hand.sees(`${number}/3`)
  }
  await hand.sees('今天的次数用完了，成绩在“我的”里。')
  const forgetful = await stage.hold('lin')
  await forgetful.tap('开始竞答')
  await forgetful.sees('今天的次数用完了，成绩在“我的”里。')
  await forgetful.tap('回竞答页')
  await forgetful.sees('看看成绩')
})

test('a season that ends while the page stands is over when it is looked at again', async () => {
  const hand = await stage.hold('lin')
  await hand.page.clock.install({ time: demoMoment })
  await hand.page.reload()
  const closesAt = Date.parse('2026-12-01T00:00:00+08:00')
  stage.cloud.clock.freeze(closesAt)
  await hand.page.clock.fastForward(closesAt - demoMoment)
  await hand.tap('竞答')
  await hand.sees('竞答现在没有开放')
  await hand.tap('回首页看安排')
  await hand.sees('已经结束')
})
