import type { Hand } from '../hand'

export interface Scene {
  name: string
  /** What a person does to get there from the scene before. */
  reach: (hand: Hand, pass: PassTime) => Promise<void>
}

/** Lets the cloud's clock stand this many seconds later than at the scene before. */
type PassTime = (seconds: number) => void

const answer = async (hand: Hand, position: number): Promise<void> => {
  await hand.page.getByRole('radio').or(hand.page.getByRole('checkbox')).nth(position).tap()
}

async function answerAll(hand: Hand): Promise<void> {
  for (let question = 0; question < 9; question++) {
    await answer(hand, question % 2)
    await hand.tap('下一题')
    await hand.settles()
  }
  await answer(hand, 0)
}

/** One walk through every page, in the order a newcomer meets them. */
export const scenes: readonly Scene[] = [
  { name: 'home', reach: hand => hand.sees('开始竞答') },
  {
    name: 'activity',
    async reach(hand) {
      await hand.tap('寻找城市守望者')
      await hand.sees('怎么参加')
    },
  },
  {
    name: 'notices',
    async reach(hand) {
      await hand.goBack()
      await hand.page.getByRole('button', { name: /，全部$/ }).tap()
      await hand.sees('云竞答已经开放')
    },
  },
  {
    name: 'notice',
    async reach(hand) {
      await hand.tap('云竞答已经开放')
      await hand.seesPart('每人每天可以答三份卷子')
    },
  },
  {
    name: 'schedule',
    async reach(hand) {
      await hand.goBack()
      await hand.goBack()
      await hand.tap('日程')
      await hand.tap('全年')
      await hand.sees('世界环境日')
    },
  },
  {
    name: 'schedule-day',
    async reach(hand) {
      await hand.tap('世界环境日')
      await hand.sees('加入手机日历')
    },
  },
  {
    name: 'schedule-file',
    async reach(hand) {
      await hand.page.getByRole('button', { name: '关闭', exact: true }).tap()
      await hand.tap('全年日程存进日历')
      await hand.sees('日历文件做好了')
    },
  },
  {
    name: 'archive',
    async reach(hand) {
      await hand.page.getByRole('button', { name: '关闭', exact: true }).tap()
      await hand.tap('2020 年')
      await hand.sees('这一年的活动已经结束。时间以原通知为准。')
    },
  },
  {
    name: 'archive-activity',
    async reach(hand) {
      await hand.tap('大学生在行动')
      await hand.sees('这是往年的活动，时间以原通知为准。')
    },
  },
  {
    name: 'quiz',
    async reach(hand) {
      await hand.goBack()
      await hand.goBack()
      await hand.tap('竞答')
      await hand.sees('说在前面')
    },
  },
  {
    name: 'play',
    async reach(hand) {
      await hand.tap('开始竞答')
      await answer(hand, 1)
    },
  },
  {
    name: 'confirm',
    async reach(hand) {
      await answerAll(hand)
      await hand.tap('交卷')
      await hand.sees('再看看')
    },
  },
  {
    name: 'result',
    async reach(hand, pass) {
      pass(138)
      await hand.page.locator('confirm-sheet').getByText('交卷', { exact: true }).tap()
      await hand.sees('再答一次')
    },
  },
  {
    name: 'poster',
    async reach(hand) {
      await hand.tap('成绩海报')
      await hand.page.getByRole('img', { name: /^海报，/ }).waitFor()
    },
  },
  {
    name: 'report',
    async reach(hand) {
      await hand.goBack()
      await hand.tap('报错')
      await hand.sees('哪一类问题')
    },
  },
  {
    name: 'me',
    async reach(hand) {
      await hand.turnTo('pages/home/home')
      await hand.tap('我的')
      await hand.sees('长辈模式')
    },
  },
]
