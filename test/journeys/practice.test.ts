import { FILE_ROOT } from '../../local/cloud/cloud-environment'
import type { Hand } from '../../local/hand'
import { questionPictures } from '../../local/seed/question-pictures'
import { openIdOf } from '../support/demo-cloud'
import { practiceQuestions } from '../support/practice-bank'
import { answerOn, handIn, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

const stage = setStage()

const HOME = 'packages/practice/home/home'
const bank = [...practiceQuestions('air', 6), ...practiceQuestions('water', 6)].map(one => ({ ...one }))
const RIGHT = '对的一项'
const WRONG = '错的一项'

beforeAll(() => {
  const sealed = stage.cloud.database.find('quiz_questions', { bank: 'contest' })
  stage.cloud.database.clear('quiz_questions')
  stage.cloud.database.insert('quiz_questions', [...sealed, ...bank])
})
beforeEach(() => {
  stage.cloud.database.clear('practice_cards')
})

const stemOn = (hand: Hand) => hand.page.locator('.stem')

/** Answers the question on the screen and goes on, once the next one is there. */
async function practise(hand: Hand, text: string): Promise<void> {
  await hand.tap(text)
  const dashes = hand.page.locator('.dash.here')
  await hand.tap('下一题')
  await hand.reading('下一题').waitFor({ state: 'hidden' })
  await dashes.or(hand.reading('回练习页')).first().waitFor()
}

const cardsOf = (persona: string) =>
  stage.cloud.database.find('practice_cards', { _id: openIdOf(persona) })[0]?.['cards']
const count = (hand: Hand) => hand.page.locator('.today .done')

test('practised without network, told when it is back; the person’s other phone shows it', async () => {
  const hand = await stage.hold('zhou')
  await hand.open('packages/practice/session/session?deck=daily')
  await stemOn(hand).waitFor() // nobody has fetched a pack before
  await hand.open('pages/quiz/quiz')
  await hand.tap('练一练')
  await hand.sees('每日十题')
  await hand.sees('大气环境')
  await hand.loseNetwork()
  await hand.sees('没有网络，照样能练；连上后自动存好。')

  await hand.tap('开始练')
  await practise(hand, WRONG)
  await hand.page.getByRole('button', { name: '收藏' }).tap()
  for (let i = 0; i < 9; i++) await practise(hand, RIGHT)
  await hand.sees('刚才答错的，再来一次')
  await practise(hand, RIGHT)
  await hand.sees('不错，又认识了一些')
  expect(cardsOf('zhou')).toBeUndefined()

  await hand.goBack()
  await hand.sees('再来十题')
  await hand.findNetwork()
  await hand.reading('没有网络，照样能练；连上后自动存好。').waitFor({ state: 'hidden' })
  while (cardsOf('zhou') === undefined) await hand.page.waitForTimeout(50)
  const other = await stage.hold('zhou')
  await other.open(HOME)
  await other.sees('再来十题')
  await other.sees('1 题，再答对两次就移出')
  await other.sees('1 题')
  expect(cardsOf('zhou')).toHaveLength(10)
})

test('what was downloaded is there after a restart without network, pictures too', async () => {
  const [picture] = questionPictures
  const shown = { file: `${FILE_ROOT}${picture?.path ?? ''}`, alt: '一只动物', credit: null }
  const pictured = bank.map(question => ({ ...question, picture: question.category === 'air' ? shown : null }))
  const before = stage.cloud.database.find('quiz_questions')
  stage.cloud.database.clear('quiz_questions')
  stage.cloud.database.insert('quiz_questions', pictured)
  stage.cloud.reload()
  const hand = await stage.hold('lin', {}, /ERR_INTERNET_DISCONNECTED/)
  await hand.open(HOME)
  await hand.sees('大气环境')
  await hand.page.waitForFunction(() =>
    Object.keys(localStorage).some(
      name => name.endsWith('practice-pictures') && localStorage.getItem(name)?.includes('bytes') === true,
    ),
  )
  await hand.page.route(/\/(call|storage)/, route => route.abort('internetdisconnected'))
  await hand.page.reload()
  await hand.tap('大气环境')
  await hand.role('button', '一只动物，点开看大图').waitFor()
  await hand.page.waitForFunction(() => [...document.querySelectorAll('img')].some(img => img.naturalWidth > 200))
  await practise(hand, RIGHT)
  await hand.page.unroute(/\/(call|storage)/)
  expect(await stemOn(hand).innerText()).toContain('air-')
  stage.cloud.database.clear('quiz_questions')
  stage.cloud.database.insert('quiz_questions', before)
  stage.cloud.reload()
})

test('a phone without room practises to the end', async () => {
  const hand = await stage.hold('lin', {}, /full/)
  await hand.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await hand.open(HOME)
  await hand.tap('开始练')
  for (let i = 0; i < 10; i++) await practise(hand, RIGHT)
  await hand.sees('全对，记得真牢')
  await hand.tap('回练习页')
  await count(hand).filter({ hasText: '10' }).waitFor()
})

/** Reports the question on the screen, once it is answered, and comes back to it. */
async function report(hand: Hand): Promise<void> {
  const stem = await stemOn(hand).innerText()
  await hand.tap('报错')
  await hand.sees('这道题哪里不对')
  await hand.sees(stem)
  await hand.tap('答案不对')
  await hand.tap('提交')
  await hand.sees('收到了，谢谢你')
  await hand.goBack()
  const reports = stage.cloud.database.find('question_reports')
  expect(reports.map(({ question, kind }) => [question, kind])).toEqual([
    [`${stem.replace('练习题 ', '')}@1`, 'key-wrong'],
  ])
}

test('a question that is reported and a pack that changes under way change nothing in the round; home then has the new one', async () => {
  const hand = await stage.hold('lin')
  await hand.open(HOME)
  await hand.tap('水环境')
  await hand.tap(RIGHT)
  await report(hand)
  await hand.tap('下一题')
  const [first] = practiceQuestions('soil', 1)
  const all = stage.cloud.database.find('quiz_questions')
  stage.cloud.database.clear('quiz_questions')
  const others = all.filter(({ bank, category }) => bank !== 'practice' || category !== 'water')
  stage.cloud.database.insert('quiz_questions', [...others, { ...first }])
  stage.cloud.reload()
  for (let i = 0; i < 5; i++) await practise(hand, RIGHT)
  await hand.sees('全对，记得真牢')
  await hand.tap('回练习页')
  await hand.sees('土壤')
  expect(await hand.reading('水环境').count()).toBe(0)
})

test('what was wrong in the contest lies in the book, can be practised there, and goes with “delete me”', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, [...times(9, true), false])
  await handIn(hand)
  await hand.sees('90')
  await hand.open('packages/practice/mistakes/mistakes')
  await hand.sees('竞答里答错的')
  await hand.tap('练这些题')
  await stemOn(hand).waitFor()
  expect(await hand.page.getByRole('button', { name: '收藏' }).count()).toBe(0)

  await hand.open('packages/people/my-data/my-data')
  await hand.tap('删除我')
  await hand.page.locator('confirm-sheet').getByText('删除我', { exact: true }).tap()
  await hand.sees('已经删除')
  await hand.open('packages/practice/mistakes/mistakes')
  await hand.sees('没有错题。答错的题会自己到这里来。')
})
