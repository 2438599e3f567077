import { troublesOf } from '../../local/hand'
import { eventually } from '../support/eventually'
import { answerOn, handIn, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

const stage = setStage()

test('home tells what is open and for how long, and leads to each activity', async () => {
  const hand = await stage.hold('lin')
  await hand.sees('2026 · 生态环境云科普')
  await hand.sees('晚上好，')
  await hand.sees('还剩 2 天')
  await hand.tap('科研设施开放日')
  await hand.sees('怎么参加')
  await hand.sees('5 月 15 日 — 10 月 31 日')
  await hand.goBack()
  await hand.sees('正在进行')
})

test('a phone without network says so and comes round with one tap', async () => {
  const hand = await stage.hold('lin', { network: 'off' })
  await hand.sees('网络断开了，连上网后再试一次。')
  await hand.findNetwork()
  await hand.tap('再试一次')
  await hand.sees('开始竞答')
})

test('dark and elder are chosen once, dress every page opened after, and stay', async () => {
  const hand = await stage.hold('lin')
  const look = () =>
    hand.page
      .locator('[class*="--shell"]')
      .last()
      .evaluate(shell => [getComputedStyle(shell).backgroundColor, getComputedStyle(shell).fontSize])
  const DAY = ['rgb(247, 246, 241)', '14px']
  const NIGHT_LARGE = ['rgb(15, 23, 19)', '20px']
  const openActivity = async () => {
    await hand.tap('首页')
    await hand.tap('科研设施开放日')
    await hand.sees('怎么参加')
  }
  await openActivity()
  await eventually(look, DAY)
  await hand.goBack()
  await hand.tap('我的')
  await hand.tap('长辈模式')
  await hand.tap('深色')
  await eventually(look, NIGHT_LARGE)
  await openActivity()
  await eventually(look, NIGHT_LARGE)
  await hand.page.reload()
  await hand.sees('怎么参加')
  await eventually(look, NIGHT_LARGE)
})

test('my attempts are listed and open their results again', async () => {
  const hand = await stage.hold('zhou')
  await hand.tap('我的')
  await hand.sees('还没有答过题，今天就来试试。')
  await hand.tap('去竞答')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
  await handIn(hand)
  await hand.tap('回首页')
  await hand.tap('我的')
  await hand.tap('9 月 18 日 · 第 1 次')
  await hand.sees('全对！你是身边人的环境老师。')
})

test('the desk holds two phones, each somebody else’s', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1280, height: 960 } })
  const troubles = troublesOf(page, stage.cloud.url)
  await page.goto(`${stage.cloud.url}/?phones=2`)
  const phones = page.locator('iframe')
  await eventually(() => phones.count(), 2)
  for (const index of [0, 1]) await phones.nth(index).contentFrame().getByText('开始竞答').waitFor()
  const frames = page.frames().slice(1)
  const personas = frames.map(frame => new URL(frame.url()).searchParams.get('persona'))
  expect(new Set(personas).size).toBe(2)
  expect(personas).not.toContain(null)
  expect(troubles).toEqual([])
  await page.close()
})
