import { SECOND } from '../../miniprogram/contract/time'
import type { Hand } from '../../local/hand'
import { demoMoment } from '../../local/seed/edition-2026'
import { questionPictures } from '../../local/seed/question-pictures'
import { answerOn, handIn, times } from '../support/quiz-hand'
import { setStage } from '../support/stage'

const stage = setStage()

beforeEach(() => {
  stage.cloud.database.clear('quiz_certificates')
})

const attempts = () => stage.cloud.database.find('quiz_attempts')
const later = (seconds: number) => {
  stage.cloud.clock.freeze(demoMoment + seconds * SECOND)
}
const field = (hand: Hand, label: string) => hand.page.getByRole('textbox', { name: new RegExp(`^${label}`) })
const reopen = async (hand: Hand, persona: string) => {
  await hand.page.goto(`${stage.cloud.url}/phone/?persona=${persona}`)
}

const scanner = (hand: Hand) => hand.page.getByRole('dialog', { name: '扫一扫' })

/** The picture that the certificate carries. */
function drawnCode(): Buffer {
  const file = stage.cloud.files.find(`codes/${issuedCode()}.png`)
  if (!file) throw new Error('the certificate has no code')
  return stage.cloud.files.readAll(file)
}

function issuedCode(): string {
  const code: unknown = stage.cloud.database.find('quiz_certificates')[0]?.['code']
  if (typeof code !== 'string') throw new Error('no certificate is issued')
  return code
}

test('somebody plays to a certificate, keeps its picture, and somebody else verifies it by code, by scanning it here and from outside', async () => {
  const hand = await stage.hold('zhou')
  await hand.sees('秋季云竞答')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, [...times(9, true), false])
  later(138)
  await handIn(hand)
  await hand.sees('这个成绩可以领“优秀答题证书”。')
  await hand.tap('看看证书')
  await hand.tap('优秀答题证书')
  await field(hand, '姓名').fill('周小舟')
  await hand.tap('领取证书')
  await hand.sees('兹证明')
  await hand.sees('参加 2026 年生态环境科学知识云竞答“秋季云竞答”，成绩 80 至 99 分，特发此证。')
  await hand.tap('存成图片')
  await hand.sees('已存到相册')
  expect((await hand.kept()).filter(({ kind }) => kind === 'picture')).toHaveLength(1)
  await hand.goBack()
  await hand.seesPart('最好 90 分')

  const other = await stage.hold('lin')
  await other.open('packages/quiz/verify/verify')
  await field(other, '查验码').fill('ABCD EFGH JKLM')
  await other.tap('查验')
  await other.sees('没有查到这张证书，请对一对证书上的编号。')
  await field(other, '查验码').fill(issuedCode().toLowerCase())
  await other.tap('查验')
  await other.sees('证书是真的')
  await other.sees('周小舟')
  expect(await other.page.getByText('90').count()).toBe(0)

  await other.tap('再查一张')
  await other.tap('扫码')
  await scanner(other).getByRole('textbox').fill('https://example.cn')
  await scanner(other).getByText('扫到了').tap()
  await other.seesPart('扫到的不是证书上的码')
  await other.tap('扫码')
  await scanner(other).getByText('取消').tap()
  await other.tap('扫码')
  const code = { name: '证书.png', mimeType: 'image/png', buffer: drawnCode() }
  await other.chooses([code], () => scanner(other).getByText('从相册选取').tap())
  await other.sees('证书是真的')
  await other.sees('周小舟')

  await other.open(`packages/quiz/verify/verify?scene=${issuedCode()}`)
  await other.sees('周小舟')
})

test('a result is shown around on a poster that tells nothing of the questions, and brings no further chance', async () => {
  const hand = await stage.hold('zhou')
  await hand.tap('开始竞答')
  await answerOn(hand, stage.cloud, times(10, true))
  await handIn(hand)
  await hand.tap('成绩海报')
  await hand.page.getByRole('img', { name: /^海报，/ }).waitFor()
  await hand.tap('存到相册')
  await hand.sees('已存到相册')
  await hand.goBack()
  await hand.tap('回首页')
  await hand.sees('1/3')
  expect(attempts()).toHaveLength(1)
})

test('a question’s picture is seen, named for who does not see it, and large at a tap', async () => {
  const all = stage.cloud.database.find('quiz_questions')
  const [picture] = questionPictures
  const file = `cloud://local-env.6c6f-local-env-1250000000/${picture?.path ?? ''}`
  stage.cloud.database.clear('quiz_questions')
  stage.cloud.database.insert(
    'quiz_questions',
    all.map(question => ({ ...question, picture: { file, alt: '枝头停着一只小鸟' } })),
  )
  stage.cloud.reload()
  const hand = await stage.hold('zhou')
  await hand.tap('开始竞答')
  const shown = hand.role('button', '枝头停着一只小鸟，点开看大图')
  await shown.waitFor()
  await hand.page.waitForFunction(() =>
    [...document.querySelectorAll('img')].some(({ naturalWidth }) => naturalWidth > 200),
  )
  await shown.tap()
  await hand.page.getByRole('dialog').waitFor()
  stage.cloud.database.clear('quiz_questions')
  stage.cloud.database.insert('quiz_questions', all)
  stage.cloud.reload()
})

describe('an app that was killed in its last moments', () => {
  async function answerThreeAndDie(): Promise<Hand> {
    const hand = await stage.hold('zhou')
    await hand.tap('开始竞答')
    await answerOn(hand, stage.cloud, times(3, true))
    await hand.page.goto('about:blank')
    return hand
  }

  test('hands in by itself what was answered, while it may still count', async () => {
    const hand = await answerThreeAndDie()
    later(310)
    await reopen(hand, 'zhou')
    await hand.seesPart('上次没交的卷子已经替你交上，得了 30 分')
    expect(attempts().map(({ state, score, seconds }) => [state, score, seconds])).toEqual([['submitted', 30, 300]])
  })

  test('says clearly that it is too late, and the day goes on', async () => {
    const hand = await answerThreeAndDie()
    later(400)
    await reopen(hand, 'zhou')
    await hand.seesPart('上次的卷子没有来得及交')
    await hand.tap('知道了')
    await hand.tap('开始竞答')
    await hand.sees('下一题')
    expect(attempts().map(({ number, state }) => [number, state])).toEqual([
      [1, 'open'],
      [2, 'open'],
    ])
  })

  test('without an answer says nothing and hands in nothing', async () => {
    const hand = await stage.hold('zhou')
    await hand.tap('开始竞答')
    await hand.sees('下一题')
    await hand.page.goto('about:blank')
    later(310)
    await reopen(hand, 'zhou')
    await hand.sees('开始竞答')
    expect(attempts().map(({ state }) => state)).toEqual(['open'])
  })
})
