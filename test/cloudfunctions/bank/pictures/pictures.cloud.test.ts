import { readQuestions } from '../../../../cloudfunctions/bank/formats/question-files'
import { bank } from '../../../../miniprogram/contract/bank'
import type { QuestionInput } from '../../../../miniprogram/contract/bank-questions'
import { FORMATS } from '../../../../miniprogram/contract/question-files'
import { people } from '../../../../miniprogram/contract/people'
import { VERDICT_MARKS } from '../../../../local/cloud/open-api/content-checks'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../../support/demo-cloud'
import { jpeg, png } from '../../../support/pictures'

const MINISTRY = 'ministry'
const CREDIT = { author: '水云间', licence: 'CC BY 4.0' }

let demo: DemoCloud
let question: QuestionInput

beforeAll(async () => {
  demo = await startDemoCloud()
  question = (await demo.ask(MINISTRY, bank.getQuestion, { id: 'air-01' })).question
})
afterAll(() => demo.cloud.stop())

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const put = async (bytes: Buffer, persona = MINISTRY) =>
  demo.upload(
    persona,
    `${(await demo.ask(persona, people.me, {})).folder}/question/${newKey()}.jpg`,
    new Uint8Array(bytes),
  )

const pictured = (file: string, more: Partial<NonNullable<QuestionInput['picture']>> = {}): QuestionInput => ({
  ...question,
  options: question.options.map(({ text }) => ({ id: '', text })),
  picture: { file, alt: '一片湿地', credit: CREDIT, ...more },
})

const save = (written: QuestionInput, at: { id: string; version: number } | null = null, key = newKey()) =>
  demo.ask(MINISTRY, bank.saveQuestion, { at, bank: 'practice', question: written }, key)
const refusal = (written: QuestionInput, at: { id: string; version: number } | null = null) =>
  demo.refusal(MINISTRY, bank.saveQuestion, { at, bank: 'practice', question: written })

const pictureOf = async (id: string) => (await demo.ask(MINISTRY, bank.getQuestion, { id })).question.picture
const filesBelow = (folder: string) =>
  demo.cloud.files
    .list({ limit: 1000 })
    .map(({ path }) => path)
    .filter(path => path.startsWith(folder))
const stored = (id: string) => demo.cloud.database.find('quiz_questions', { id })

test('what the organiser sent is copied under a name that tells nothing; asked again it is the same version', async () => {
  const before = filesBelow('bank/')
  const sent = pictured(await put(jpeg(640, 480)))
  const key = newKey()
  const saved = await save(sent, null, key)
  expect(await save(sent, null, key)).toEqual(saved)
  const picture = await pictureOf(saved.id)
  expect(picture).toEqual({ file: picture?.file, alt: '一片湿地', credit: CREDIT })
  expect(picture?.file).toMatch(/^cloud:\/\/[^/]+\/bank\/[0-9a-f]{20}\.jpg$/)
  expect(filesBelow('bank/')).toHaveLength(before.length + 1)
})

test('an edit keeps the picture, or takes it away; the version before has it still', async () => {
  const { id } = await save(pictured(await put(png(300, 200))))
  const picture = await pictureOf(id)
  await save({ ...question, stem: '换了题干', picture }, { id, version: 1 })
  expect(await pictureOf(id)).toEqual(picture)
  await save({ ...question, picture: null }, { id, version: 2 })
  expect(stored(id).map(({ _id, picture: shown }) => [_id, shown])).toEqual([
    [`${id}@1`, picture],
    [`${id}@2`, picture],
    [`${id}@3`, null],
  ])
  expect(filesBelow(picture?.file.replace(/^cloud:\/\/[^/]+\//, '') ?? '?')).toHaveLength(1)
})

test.each([
  ['a page', Buffer.from('<html>'), 'picture-unreadable'],
  ['more than 1 MB', png(640, 480, 1024 * 1024 + 1), 'picture-too-large'],
  ['a dot', png(2, 2), 'picture-odd-size'],
  ['what the platform refuses', Buffer.concat([png(640, 480), Buffer.from(VERDICT_MARKS.risky)]), 'picture-refused'],
])('%s is refused, and nothing of it is kept', async (_name, bytes, code) => {
  const [files, questions] = [filesBelow('bank/'), stored('air-01').length]
  expect(await refusal(pictured(await put(bytes)))).toBe(code)
  expect(await refusal(pictured(await put(bytes)), { id: 'air-01', version: 1 })).toBe(code)
  expect([filesBelow('bank/'), stored('air-01').length]).toEqual([files, questions])
})

test('nobody takes what is not theirs: a foreign upload, another question’s file, an address, one that is gone', async () => {
  const foreign = await put(png(640, 480), 'admin')
  const own = await put(png(641, 480))
  const { id } = await save(pictured(own))
  const other = (await pictureOf(id))?.file ?? ''
  const gone = own.replace(/[^/]+$/, 'gone.png')
  const reached = own.replace(/[^/]+\/question\/[^/]+$/, `${openIdOf(MINISTRY)}/../${openIdOf('admin')}/a.png`)
  for (const file of [foreign, other, 'https://example.com/a.png', 'kingfisher.webp', gone, reached]) {
    expect([file, await refusal(pictured(file))]).toEqual([file, 'file-not-yours'])
    expect([file, await refusal(pictured(file), { id: 'air-01', version: 1 })]).toEqual([file, 'file-not-yours'])
  }
})

test('a picture says whose it is: new ones always, and what was said once is not taken back', async () => {
  const file = await put(png(642, 480))
  expect(await refusal(pictured(file, { credit: null }))).toBe('picture-credit-missing')
  const { id } = await save(pictured(file))
  const picture = { ...(await pictureOf(id)), alt: '湿地', credit: null }
  const unnamed = { ...question, picture: { file: picture.file ?? '', alt: picture.alt, credit: null } }
  expect(await refusal(unnamed, { id, version: 1 })).toBe('picture-credit-missing')
})

test('one from before credits were asked stays editable', async () => {
  const { id } = await save(pictured(await put(png(643, 480))))
  const [document] = stored(id)
  const others = demo.cloud.database.find('quiz_questions').filter(one => one['id'] !== id)
  const old = { file: (await pictureOf(id))?.file ?? '', alt: '一片湿地' }
  demo.cloud.database.clear('quiz_questions')
  demo.cloud.database.insert('quiz_questions', [...others, { ...document, picture: old }])
  expect(await pictureOf(id)).toEqual({ ...old, credit: null })
  await save({ ...question, stem: '换了题干', picture: { ...old, credit: null } }, { id, version: 1 })
  expect((await pictureOf(id))?.file).toBe(old.file)
})

describe('in files', () => {
  const asked = (file: string) => ({ file, category: 'water', bank: 'practice' }) as const
  const imported = (file: string) => demo.ask(MINISTRY, bank.importQuestions, asked(file))
  const preview = (file: string) => demo.ask(MINISTRY, bank.previewImport, asked(file))

  test.each(FORMATS)('what was exported as %s is what the bank has', async format => {
    await save(pictured(await put(png(700, 480))))
    const { fileId } = await demo.ask(MINISTRY, bank.exportQuestions, { format, bank: 'practice', category: null })
    const made = demo.cloud.files.list({ limit: 1000 }).find(({ path }) => fileId.endsWith(path))
    if (!made) throw new Error('nothing was exported')
    const there = demo.cloud.database.find('quiz_questions', { bank: 'practice' }).length
    const bytes = demo.cloud.files.readAll(made)
    const { drafts } = await readQuestions(bytes, { category: null, today: '2026-09-18' })
    expect(drafts.some(({ picture }) => picture !== null)).toBe(format === 'moodle-xml' || format === 'qti')
    const file = await put(bytes)
    expect(await preview(file)).toMatchObject({ total: there, unchanged: there, problemCount: 0 })
  })

  const moodle = (bytes: Buffer, stem: string) => `<quiz><question type="multichoice">
    <questiontext format="html"><text><![CDATA[${stem}<img src="@@PLUGINFILE@@/a.png">]]></text>
    <file name="a.png" encoding="base64">${bytes.toString('base64')}</file></questiontext>
    <answer fraction="100"><text>对</text></answer><answer fraction="0"><text>不对</text></answer>
  </question></quiz>`

  test('a picture of another system lies in the bank, and waits with its question for whose it is', async () => {
    const file = await put(Buffer.from(moodle(png(701, 480), '哪里来的图？')))
    expect(await preview(file)).toMatchObject({ added: 1, incomplete: 1, problemCount: 0 })
    expect(await imported(file)).toEqual({ done: true, written: 1, total: 1 })
    const [found] = demo.cloud.database.find('quiz_questions', { stem: '哪里来的图？' })
    const id = textOf(found?.['id'])
    const picture = await pictureOf(id)
    expect(picture?.file).toMatch(/^cloud:\/\/[^/]+\/bank\/[0-9a-f]{20}\.png$/)
    expect(filesBelow(picture?.file.replace(/^cloud:\/\/[^/]+\//, '') ?? '?')).toHaveLength(1)
    expect([picture?.alt, picture?.credit]).toEqual(['（待补）', { author: '（待补）', licence: '（待补）' }])
    expect(await demo.refusal(MINISTRY, bank.restoreQuestion, { id, version: 1 })).toBe('question-incomplete')
  })

  test('what the platform refuses keeps the whole file out; what a file only names has to be the bank’s', async () => {
    const [files, questions] = [filesBelow('bank/'), demo.cloud.database.find('quiz_questions').length]
    const risky = Buffer.concat([png(702, 480), Buffer.from(VERDICT_MARKS.risky)])
    expect(await demo.refusal(MINISTRY, bank.importQuestions, asked(await put(Buffer.from(moodle(risky, '？')))))).toBe(
      'picture-refused',
    )
    const foreign = await put(png(703, 480), 'admin')
    const named = await put(Buffer.from(`//@ picture.file "${foreign}"\n//@ picture.alt "图"\n题 {=对 ~不对}`))
    expect((await preview(named)).problems.map(({ is, column }) => [is, column])).toEqual([['picture-unknown', '图片']])
    expect(await demo.refusal(MINISTRY, bank.importQuestions, asked(named))).toBe('import-wrong')
    expect([filesBelow('bank/'), demo.cloud.database.find('quiz_questions').length]).toEqual([files, questions])
  })
})
