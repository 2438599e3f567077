import { quiz } from '../../miniprogram/contract/quiz'
import { SECOND } from '../../miniprogram/contract/time'
import { demoMoment } from '../../local/seed/edition-2026'
import { eventually } from '../support/eventually'
import { answer, answerOn, handIn, stemOf, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

const stage = setStage()

const attempts = () => stage.cloud.database.find('quiz_attempts')
const scores = () => attempts().map(({ state, score }) => [state, score])
const later = (seconds: number) => {
  stage.cloud.clock.freeze(demoMoment + seconds * SECOND)
}

test('a reload half-way and a lost network cost nothing: the same paper, one submission, the right score', async () => {
  const hand = await stage.hold('zhou')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(4, true))
  const stem = await stemOf(hand)

  await hand.page.reload()
  await hand.sees('下一题')
  await eventually(() => stemOf(hand), stem)
  await answerOn(hand, stage.cloud, [...times(3, true), ...times(3, false)])

  await hand.loseNetwork()
  await handIn(hand)
  await hand.seesPart('网络断开了，连上网后再试一次。答案已定，都在手机里，会自动再交；19:35:20 前交上都有效。')
  expect(scores()).toEqual([['open', null]])

  await hand.findNetwork()
  await hand.tap('再交一次')
  await hand.sees('70')
  await eventually(scores, [['submitted', 70]])
})

test('when the network comes back the answers hand themselves in', async () => {
  const hand = await stage.hold('lin')
  await hand.page.clock.install({ time: demoMoment })
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
  await hand.loseNetwork()
  await handIn(hand)
  await hand.seesPart('会自动再交')
  await hand.findNetwork()
  await hand.page.clock.fastForward(6 * SECOND)
  await hand.sees('100')
  await eventually(scores, [['submitted', 100]])
})

test('an answer lost on its way back is asked for again and counts once, as it was sent', async () => {
  const hand = await stage.hold('lin', {}, /ERR_CONNECTION_RESET/)
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
  let lost = 0
  await hand.page.route('**/call', async route => {
    await route.fetch() // the function has run; its answer never arrives
    lost += 1
    await route.abort('connectionreset')
  })
  await handIn(hand)
  await hand.seesPart('答案已定')
  await eventually(() => lost >= 3, true)
  await answer(hand, stage.cloud, false) // too late to change one's mind
  await hand.page.unroute('**/call')
  await hand.tap('再交一次')
  await hand.sees('100')
  await eventually(scores, [['submitted', 100]])
})

test('a call that never answers is given up and asked again', async () => {
  const hand = await stage.hold('lin')
  await hand.page.clock.install({ time: demoMoment })
  await hand.sees('开始竞答')
  let calls = 0
  await hand.page.route('**/call', async route => {
    if (route.request().postData()?.includes(quiz.startAttempt.name)) calls += 1
    if (calls !== 1) await route.continue()
  })
  await hand.tap('开始竞答')
  await eventually(() => calls, 1)
  await hand.page.clock.fastForward(7 * SECOND)
  await hand.sees('下一题')
  expect(calls).toBe(2)
})

test('a phone whose storage is full plays to the end', async () => {
  const hand = await stage.hold('lin')
  await hand.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await hand.page.reload()
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
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

test('a second phone gets the same paper; handed in on one, the other says so and shows the result', async () => {
  const [first, second] = [await stage.hold('lin'), await stage.hold('lin')]
  await first.tap('开始竞答')
  await first.sees('下一题')
  await second.tap('开始竞答')
  await second.sees('下一题')
  await eventually(() => stemOf(second), await stemOf(first))
  await answerOn(first, stage.cloud, times(10, true))
  await handIn(first)
  await first.sees('100')
  await answerOn(second, stage.cloud, times(10, false))
  await handIn(second)
  await second.sees('这次作答已经在另一部手机上交过卷，成绩以那一份为准。')
  await second.sees('100')
})

test('a second phone left blank does not hand in when the time is over', async () => {
  const [first, second] = [await stage.hold('lin'), await stage.hold('lin')]
  await first.tap('开始竞答')
  await first.sees('下一题')
  await second.page.clock.install({ time: demoMoment })
  await second.tap('开始竞答')
  await second.sees('下一题')
  await answerOn(first, stage.cloud, times(10, true))
  later(300)
  await second.page.clock.fastForward(301 * SECOND)
  await second.sees('时间到了，这部手机上没有作答，没有交卷。')
  expect(scores()).toEqual([['open', null]])
  await handIn(first)
  await first.sees('100')
})

test('who leaves while the answers travel is not torn away, and finds the result', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
  let arrive: () => void = () => undefined
  const onItsWay = new Promise<void>(resolve => (arrive = resolve))
  await hand.page.route('**/call', async route => {
    await onItsWay
    await route.continue()
  })
  await handIn(hand)
  await hand.goBack()
  await hand.sees('正在进行')
  arrive()
  await hand.page.waitForResponse('**/call')
  await hand.tap('我的')
  await hand.sees('9 月 18 日 · 第 1 次')
  await eventually(() => hand.where(), 'pages/me/me')
  await eventually(scores, [['submitted', 100]])
})
