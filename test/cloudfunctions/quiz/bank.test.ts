import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import certainties from '../../../cloudfunctions/quiz/facts.json'
import {
  mayBeAskedOn,
  mayBeContested,
  type WrittenQuestion,
  writtenQuestionSchema,
} from '../../../cloudfunctions/quiz/question'
import { CATEGORIES, type Category } from '../../../miniprogram/contract/questions'
import { likenessOf, sharedOnlyWithKey } from './support/wording'

const folder = join(__dirname, '..', '..', '..', 'cloudfunctions', 'quiz', 'bank')
const files = readdirSync(folder)
const read = (file: string): WrittenQuestion[] =>
  v.parse(v.array(writtenQuestionSchema), JSON.parse(readFileSync(join(folder, file), 'utf8')))
const bank = files.flatMap(read)
const singles = bank.filter(({ kind }) => kind === 'single')
const contested = bank.filter(mayBeContested)
const named = bank.map(question => [question.id, question] as const)
const certaintyOf = new Map(Object.entries(certainties))

const textOf = ({ stem, options, explanation }: WrittenQuestion): string =>
  [stem, ...options.map(({ text }) => text), explanation.why, explanation.trap].join('\n')

/** How many questions each category needs at least, so that a contest does not wear it out. */
const LEAST: Readonly<Record<Category, number>> = {
  air: 80,
  water: 80,
  waste: 80,
  biodiversity: 80,
  law: 65,
  climate: 35,
  epidemic: 25,
  soil: 25,
  noise: 25,
  nuclear: 25,
  conduct: 25,
}

test('there are six hundred questions, each category has its share, and each file one category', () => {
  expect(files.map(file => basename(file, '.json')).sort()).toEqual([...CATEGORIES].sort())
  for (const file of files) expect([...new Set(read(file).map(({ category }) => `${category}.json`))]).toEqual([file])
  const short = CATEGORIES.filter(category => bank.filter(one => one.category === category).length < LEAST[category])
  expect(short).toEqual([])
  expect(bank.length).toBeGreaterThanOrEqual(600)
})

test('no id stands twice, and no two questions are nearly the same', () => {
  expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length)
  const alike = bank.flatMap((one, at) =>
    bank
      .slice(at + 1)
      .filter(other => likenessOf(one.stem, other.stem) > 0.72)
      .map(other => `${one.id} ${other.id}`),
  )
  expect(alike).toEqual([])
})

test.each(named)('%s has a key among its options, and says why', (_id, question) => {
  const ids = question.options.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(question.key.filter(id => !ids.includes(id))).toEqual([])
  expect(new Set(question.options.map(({ text }) => text)).size).toBe(ids.length)
  if (question.kind === 'multiple') expect(question.key.length).toBeGreaterThan(1)
  else expect(question.key).toHaveLength(1)
  expect(question.options).toHaveLength(question.kind === 'true-false' ? 2 : 4)
  expect(question.explanation.why.length).toBeGreaterThanOrEqual(12)
  expect(question.explanation.trap.length).toBeGreaterThanOrEqual(8)
})

test('every question names its source and the facts it rests on', () => {
  expect(bank.filter(({ source }) => source.title === '' || source.asOf === '').map(({ id }) => id)).toEqual([])
  expect(bank.filter(({ facts }) => facts.some(fact => !certaintyOf.has(fact))).map(({ id }) => id)).toEqual([])
})

test('what is not certain, or not compared with its source, is kept out of the contest', () => {
  const uncertain = (question: WrittenQuestion) => question.facts.some(fact => certaintyOf.get(fact) !== 'A')
  expect(bank.filter(uncertain).length).toBeGreaterThan(5)
  expect(contested.filter(uncertain).map(({ id }) => id)).toEqual([])
  expect(bank.filter(one => (one.verifiedBy === '') !== (one.verifiedAt === null)).map(({ id }) => id)).toEqual([])
  expect(bank.length - contested.length).toBeGreaterThan(50)
  expect(contested.length).toBeGreaterThan(350)
})

test('the position written down says nothing about the key', () => {
  const counts = ['a', 'b', 'c', 'd'].map(id => singles.filter(({ key }) => key[0] === id).length)
  for (const count of counts) expect(Math.abs(count - singles.length / 4)).toBeLessThanOrEqual(singles.length / 25)
})

const lengthsOf = ({ options, key }: WrittenQuestion) => ({
  right: options.find(({ id }) => id === key[0])?.text.length ?? 0,
  wrong: options.filter(({ id }) => id !== key[0]).map(({ text }) => text.length),
})

test('neither the longest nor the shortest option is the tell-tale', () => {
  const all = singles.map(lengthsOf)
  expect(all.filter(({ right, wrong }) => right > Math.max(...wrong)).length / singles.length).toBeLessThanOrEqual(0.25)
  expect(all.filter(({ right, wrong }) => right < Math.min(...wrong)).length / singles.length).toBeLessThanOrEqual(0.25)
})

test('no stem repeats what only its key says', () => {
  expect(singles.filter(sharedOnlyWithKey).map(({ id }) => id)).toEqual([])
})

test('true-or-false stays under fifteen in a hundred, and is as often one as the other', () => {
  const judged = bank.filter(({ kind }) => kind === 'true-false')
  expect(judged.length / bank.length).toBeLessThanOrEqual(0.15)
  const right = judged.filter(({ options, key }) => options.find(({ id }) => id === key[0])?.text === '正确').length
  expect(Math.abs(right - judged.length / 2)).toBeLessThanOrEqual(judged.length / 8)
})

test('what takes all to count says so, and no explanation counts on an order of the options', () => {
  const multiple = bank.filter(({ kind }) => kind === 'multiple')
  expect(multiple.filter(({ stem }) => !/选全|全部选/.test(stem)).map(({ id }) => id)).toEqual([])
  expect(bank.filter(one => /[ABCD]项|选项\s?[ABCD]|以上都|以上皆/.test(textOf(one))).map(({ id }) => id)).toEqual([])
})

describe('rules that have changed', () => {
  const idsOf = (questions: readonly WrittenQuestion[]) => questions.map(({ id }) => id)

  test('what rests on the new code is not asked before the code is in force', () => {
    const onTheCode = bank.filter(({ source }) => source.title.includes('生态环境法典'))
    expect(onTheCode.length).toBeGreaterThan(50)
    expect(idsOf(onTheCode.filter(question => mayBeAskedOn(question, '2026-08-14')))).toEqual([])
  })

  const REPEALED =
    /《(中华人民共和国)?(环境保护法|环境影响评价法|海洋环境保护法|大气污染防治法|水污染防治法|土壤污染防治法|固体废物污染环境防治法|噪声污染防治法|放射性污染防治法|清洁生产促进法)》/
  test('no repealed law is a source in force', () => {
    expect(idsOf(bank.filter(({ source }) => source.status !== 'history' && REPEALED.test(source.title)))).toEqual([])
  })

  test('no replaced standard is a source in force', () => {
    const replaced = /GB 3095[—-](1996|2012)|HJ 633[—-]2012/
    expect(idsOf(bank.filter(({ source }) => source.status !== 'history' && replaced.test(source.title)))).toEqual([])
  })

  test('limits of the transition end with it, and figures of a year end at the next', () => {
    const transitional = bank.filter(({ stem }) => stem.includes('过渡') && stem.includes('GB 3095—2026'))
    expect(transitional.length).toBeGreaterThan(0)
    expect(idsOf(contested.filter(({ validTo, validFrom }) => validTo !== null && validTo < validFrom))).toEqual([])
  })
})

test('a paper of every category can be drawn on a day of the contest', () => {
  const day = '2026-09-18'
  const short = CATEGORIES.filter(
    category => contested.filter(one => one.category === category && mayBeAskedOn(one, day)).length < 6,
  )
  expect(short).toEqual([])
})
