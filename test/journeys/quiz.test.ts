import { SECOND } from '../../miniprogram/contract/time'
import { demoMoment } from '../../local/seed/edition-2026'
import { answer, answerOn, goOn, handIn, stemOf, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

jest.setTimeout(60_000)

const stage = setStage()

const attempts = () => stage.cloud.database.find('quiz_attempts')
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
  expect(await hand.page.getByText('容易错在').count()).toBe(2)
  expect(stage.cloud.counters.since(before).functions).toEqual({ editions: 1, quiz: 2 })
  expect(attempts().map(({ state, score }) => [state, score])).toEqual([['submitted', 80]])
})

test('a reload half-way and a lost network cost nothing: the same paper, one submission, the right score', async () => {
  const hand = await stage.hold('zhou')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(4, true))
  const stem = await stemOf(hand)

  await hand.page.reload()
  await hand.sees('下一题')
  expect(await stemOf(hand)).toBe(stem)
  await answerOn(hand, stage.cloud, [...times(3, true), ...times(3, false)])

  await hand.loseNetwork()
  await handIn(hand)
  await hand.sees('网络断开了。已经做好的都留在手机里，连上网后再试一次。')
  expect(attempts().map(({ state }) => state)).toEqual(['open'])

  await hand.findNetwork()
  await hand.tap('再交一次')
  await hand.sees('70')
  expect(attempts().map(({ state, score }) => [state, score])).toEqual([['submitted', 70]])
})

test('an answer lost on its way back is asked for again and counts once', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
  let lost = 0
  await hand.page.route('**/call', async route => {
    await route.fetch() // the function has run; its answer never arrives
    lost += 1
    if (lost === 1) await route.abort('connectionreset')
    else await route.continue()
  })
  await handIn(hand)
  await hand.sees('100')
  expect(lost).toBeGreaterThan(1)
  expect(attempts().map(({ state, score }) => [state, score])).toEqual([['submitted', 100]])
})

test('the app closed and opened again offers to go on from home', async () => {
  const hand = await stage.hold('zhao')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(2, true))
  await hand.page.goto(`${stage.cloud.url}/phone/?persona=zhao`)
  await hand.sees('上次答到第 2 题，共 10 题。')
  await hand.tap('继续作答')
  await answerOn(hand, stage.cloud, times(8, true))
  await handIn(hand)
  await hand.sees('100')
})

test('a phone whose clock is hours wrong keeps its answers and its time', async () => {
  const hand = await stage.hold('lin')
  await hand.page.clock.install({ time: demoMoment + 8 * 60 * 60 * SECOND })
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(5, true))
  await hand.page.evaluate(() => {
    for (const name of Object.keys(localStorage)) if (name.includes('clock-ahead')) localStorage.removeItem(name)
  })
  await hand.page.reload()
  await answerOn(hand, stage.cloud, times(5, true))
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
  expect(attempts().map(({ seconds }) => seconds)).toEqual([300])
})

test('a second phone of the same person gets the same paper; handed in on one, the other shows the result', async () => {
  const [first, second] = [await stage.hold('lin'), await stage.hold('lin')]
  await first.tap('开始竞答')
  await second.tap('开始竞答')
  await second.sees('下一题')
  expect(await stemOf(second)).toBe(await stemOf(first))
  await answerOn(first, stage.cloud, times(10, true))
  await handIn(first)
  await first.sees('100')
  await answerOn(second, stage.cloud, times(10, false))
  await handIn(second)
  await second.sees('100')
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
  await hand.role('button', /^第 10 题/).tap()
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
    await answerOn(hand, stage.cloud, times(10, true))
    await handIn(hand)
    await hand.sees(`第 ${number} 次`)
    await hand.tap('回首页')
    await hand.sees(`${number}/3`)
  }
  await hand.sees('今天的次数用完了，明天见。')
  const forgetful = await stage.hold('lin')
  await forgetful.tap('开始竞答')
  await forgetful.sees('今天的次数用完了，明天再来。')
})

test('out of season the quiz says so and leads home', async () => {
  stage.cloud.clock.freeze(Date.parse('2026-12-02T10:00:00+08:00'))
  const hand = await stage.hold('lin')
  await hand.sees('已经结束')
  await hand.tap('竞答')
  await hand.sees('竞答现在没有开放')
  await hand.tap('回首页看安排')
  await hand.sees('已经结束')
})
