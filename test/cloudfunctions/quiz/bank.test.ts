import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { mayBeAskedOn, type WrittenQuestion, writtenQuestionSchema } from '../../../cloudfunctions/quiz/question'

const folder = join(__dirname, '..', '..', '..', 'cloudfunctions', 'quiz', 'bank')
const files = readdirSync(folder)
const read = (file: string): unknown[] =>
  v.parse(v.array(v.unknown()), JSON.parse(readFileSync(join(folder, file), 'utf8')))
const bank: WrittenQuestion[] = files.flatMap(file => read(file).map(item => v.parse(writtenQuestionSchema, item)))
const singles = bank.filter(({ kind }) => kind === 'single')

test('every file holds one category, six questions or more', () => {
  expect(files.length).toBe(5)
  for (const file of files) {
    const categories = new Set(
      bank.filter(({ id }) => `${id.split('-')[0]}.json` === file).map(({ category }) => `${category}.json`),
    )
    expect([...categories]).toEqual([file])
    expect(read(file).length).toBeGreaterThanOrEqual(6)
  }
})

test('no id and no stem stands twice', () => {
  expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length)
  expect(new Set(bank.map(({ stem }) => stem)).size).toBe(bank.length)
})

test.each(bank.map(question => [question.id, question] as const))('%s has a key among its options', (_id, question) => {
  const ids = question.options.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(question.key.filter(id => !ids.includes(id))).toEqual([])
  expect(new Set(question.options.map(({ text }) => text)).size).toBe(ids.length)
  if (question.kind === 'multiple') expect(question.key.length).toBeGreaterThan(1)
  else expect(question.key).toHaveLength(1)
  expect(question.options).toHaveLength(question.kind === 'true-false' ? 2 : 4)
})

test('only facts of the first certainty enter the contest', () => {
  expect(bank.filter(({ evidence }) => evidence !== 'A')).toEqual([])
})

test('the position written down says nothing about the key', () => {
  const counts = ['a', 'b', 'c', 'd'].map(id => singles.filter(({ key }) => key[0] === id).length)
  for (const count of counts) expect(Math.abs(count - singles.length / 4)).toBeLessThanOrEqual(singles.length / 10)
})

test('the longest option is not the tell-tale', () => {
  const longestAlone = singles.filter(({ options, key }) => {
    const right = options.find(({ id }) => id === key[0])?.text.length ?? 0
    return options.every(({ id, text }) => id === key[0] || text.length < right)
  })
  expect(longestAlone.length / singles.length).toBeLessThanOrEqual(0.25)
})

test('true-or-false stays under fifteen in a hundred', () => {
  expect(bank.filter(({ kind }) => kind === 'true-false').length / bank.length).toBeLessThanOrEqual(0.15)
})

test('what rests on the new code is not asked before the code is in force', () => {
  const onTheCode = bank.filter(({ source }) => source.title.includes('生态环境法典'))
  expect(onTheCode.length).toBeGreaterThan(0)
  expect(onTheCode.filter(question => mayBeAskedOn(question, '2026-08-14'))).toEqual([])
})
