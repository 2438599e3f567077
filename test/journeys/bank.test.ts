import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { questionPictures } from '../../local/seed/question-pictures'
import { eventually } from '../support/eventually'
import { inSheet, write } from '../support/field-writing'
import { setStage } from '../support/stage'

const stage = setStage()

const HEAD = [
  '类别',
  '题型',
  '题干',
  '选项A',
  '选项B',
  '选项C',
  '答案',
  '解析',
  '易错提醒',
  '出处',
  '出处截至',
  '事实依据',
  '难度',
]
const row = (at: number, changes: Record<number, string> = {}) =>
  Object.assign(
    [
      '噪声',
      '单选',
      `夜间噪声第 ${at} 题`,
      '甲',
      '乙',
      '丙',
      'A',
      '因为甲',
      '不是乙',
      'GB 3096—2008',
      '2026-01-01',
      'NOISE-1',
      '2',
    ],
    changes,
  )

const sheet = async (rows: string[][]) => ({
  name: '噪声题.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await writeXlsxFile([HEAD, ...rows].map(cells => cells.map(value => ({ value, type: String })))).toBuffer(),
})

const questionsNow = () => stage.cloud.database.find('quiz_questions').length

test('an organiser takes the template, learns of errors by row, and imports the corrected file', async () => {
  const hand = await stage.hold('ministry')
  await hand.open('packages/desk/home/home')
  await hand.tap('题库')
  await hand.tap('导入导出')
  await inSheet(hand, '下载表格模板').tap()
  await hand.sees('questions-template.xlsx')
  const template = stage.cloud.files.list({ limit: 100 }).find(({ path }) => path.endsWith('questions-template.xlsx'))
  if (!template) throw new Error('there is no template')
  const [questions] = await readXlsxFile(stage.cloud.files.readAll(template))
  expect(questions?.data[1]?.[0]).toBe('示例')
  await hand.page.getByRole('button', { name: '关闭', exact: true }).tap()

  await hand.tap('导入导出')
  await inSheet(hand, '从文件导入').tap()
  const before = questionsNow()
  const wrong = await sheet([row(2), row(3, { 12: '很难' }), row(4, { 6: 'E' })])
  await hand.chooses([wrong], () => hand.tap('从聊天里选文件'))
  await hand.sees('第 3 行“难度”：“很难”不在可以填的值里。')
  await hand.sees('第 4 行“答案”：答案“E”对不上任何选项。')
  await hand.sees('一共 2 处。')
  expect(questionsNow()).toBe(before)

  const right = await sheet([row(2), row(3), row(4)])
  await hand.chooses([right], () => hand.tap('换一个文件'))
  await hand.sees('文件里有 3 道题，新题 3 道。')
  await hand.tap('导入')
  await inSheet(hand, '导入').tap()
  await hand.sees('都导入了')
  await hand.tap('去题库看看')
  await hand.tap('练习')
  const search = hand.page.locator('search-bar input')
  await search.fill('夜间噪声第 2 题')
  await search.press('Enter')
  await hand.seesPart('夜间噪声第 2 题')
  expect(questionsNow()).toBe(before + 3)
})

const WARNED = {
  ...{ _id: 'water-01@1', options: ['a', 'b', 'c', 'd'], batch: 1, before: null, flags: ['too-hard'] },
  value: {
    ...{ answers: 40, right: 4, rest: 20, restSquares: 12, restOfRight: 3, blank: 1, difficulty: 0 },
    chosen: { a: 25, b: 4, c: 6, d: 4 },
  },
  ...{ measured: null, told: null, untold: false },
}

test('statistics warn of a question; an organiser writes it anew, and another one verifies it', async () => {
  stage.cloud.database.insert('quiz_item_statistics', [WARNED])
  const [author, checker] = [await stage.hold('ministry'), await stage.hold('admin')]
  await author.open('packages/desk/home/home')
  await author.tap('题库')
  await author.tap('统计提示')
  await author.page.getByRole('button', { name: /^据《2024中国生态环境状况公报》，2024 年全国地表水优良/ }).tap()
  await author.sees('答对的太少')
  await author.sees('10%')
  await author.sees('4 次 · 10% · 正确')
  await author.sees('25 次 · 63%')
  await author.tap('修改')
  await write(author, '题干', '改过的题干在这里')
  await author.tap('预览')
  await inSheet(author, '改过的题干在这里').waitFor()
  await author.page.getByRole('button', { name: '关闭', exact: true }).tap()
  await author.tap('保存')
  await author.sees('还没有人核对')
  await author.sees('这一版还没有人首次作答。')
  await author.tap('更多')
  await author.sees('最后一版是你写的，请另一位组织者核对')

  await checker.open('packages/bank/question/question?id=water-01')
  await checker.sees('改过的题干在这里')
  await checker.tap('更多')
  await inSheet(checker, '核对无误').tap()
  await checker.seesPart('平台管理员 · 2026-09-18')
})

test('an organiser adds a picture to a question, says whose it is, and sees it as players will', async () => {
  const hand = await stage.hold('ministry')
  const [picture] = questionPictures
  if (!picture) throw new Error('there is no picture')
  const bank = () => stage.cloud.files.list({ limit: 1000 }).filter(({ path }) => path.startsWith('bank/')).length
  const before = bank()
  await hand.open('packages/bank/edit-question/edit-question?id=water-02')
  const file = { name: '翠鸟.webp', mimeType: 'image/webp', buffer: readFileSync(picture.source) }
  await hand.chooses([file], () => hand.tap('添加图片'))
  await hand.sees('换一张')
  await hand.tap('保存')
  await hand.sees('请写明图上看得见什么，不要说出答案。')
  await write(hand, '图片说明', '一只小动物')
  await write(hand, '作者', '水云间')
  await write(hand, '许可', 'CC BY 4.0')
  await hand.tap('预览')
  await inSheet(hand, '图片：水云间，CC BY 4.0').waitFor()
  await hand.page.getByRole('button', { name: '关闭', exact: true }).tap()
  await hand.tap('保存')
  await eventually(() => stage.cloud.database.find('quiz_questions', { _id: 'water-02@2' }).length, 1)

  await hand.open('packages/bank/question/question?id=water-02')
  await hand.sees('图片：水云间，CC BY 4.0')
  await hand.role('button', '一只小动物，点开看大图').waitFor()
  await hand.page.waitForFunction(() => [...document.querySelectorAll('img')].some(img => img.naturalWidth === 750))
  expect(bank()).toBe(before + 1)
  expect(stage.cloud.files.list({ limit: 1000 }).filter(({ path }) => path.includes('/question/'))).toEqual([])
})

test('an organiser previews a paper, opens a round, and ends it early with a reason', async () => {
  stage.cloud.database.clear('quiz_rounds')
  const hand = await stage.hold('ministry')
  await hand.open('packages/bank/rounds/rounds')
  await hand.sees('还没有轮次，新建一轮开始吧。')
  await hand.tap('新建一轮')
  await write(hand, '名称', '秋季竞答')
  for (const [label, ...wheel] of [
    ['第一天', '2026年', '9月', '18日'],
    ['最后一天', '2026年', '9月', '30日'],
  ]) {
    await hand.page.getByRole('button', { name: new RegExp(`^${label ?? ''}`) }).tap()
    await hand.picks(...wheel)
  }
  await write(hand, '疫情防控', '30')
  await hand.tap('抽一份卷子看看')
  await hand.seesPart('疫情防控要 30 题，能用的只有')
  await hand.page.getByRole('button', { name: '关闭', exact: true }).tap()
  await write(hand, '疫情防控', '2')
  await hand.tap('抽一份卷子看看')
  await hand.sees('题库够用。')
  await hand.page.getByRole('button', { name: '关闭', exact: true }).tap()
  await hand.tap('保存')
  await hand.sees('草稿')
  await hand.tap('发布')
  await inSheet(hand, '发布').tap()
  await hand.sees('进行中')

  await hand.tap('提前结束')
  await write(hand, '原因', '题目有误')
  await inSheet(hand, '提前结束').last().tap()
  await hand.sees('已结束')
  expect(
    stage.cloud.database
      .find('audit_records')
      .map(({ action }) => action)
      .slice(-3),
  ).toEqual(['bank.saveRound', 'bank.publishRound', 'bank.closeRound'])
})
