import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { parse } from 'gift-pegjs'
import * as v from 'valibot'
import { writtenQuestionSchema } from '../../../../cloudfunctions/quiz/question'
import { readQuestions, writeQuestions } from '../../../../cloudfunctions/bank/formats/question-files'
import { FORMATS } from '../../../../miniprogram/contract/question-files'
import { root } from '../../../../scripts/paths'
import { anyQuestion, question } from './written-questions'

const defaults = { category: null, today: '2026-11-23' } as const

const folder = join(root, 'cloudfunctions', 'quiz', 'bank')
const bank = readdirSync(folder).flatMap(name => {
  const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return v.parse(v.array(writtenQuestionSchema), content)
})

describe.each(FORMATS)('%s', format => {
  test('gives the whole bank back equal', async () => {
    const { drafts, problems } = await readQuestions(await writeQuestions(format, bank), defaults)
    expect(problems).toEqual([])
    expect(drafts.map(({ draft }) => draft)).toEqual(bank)
  })

  test('gives back any questions equal, whatever signs are in them', async () => {
    const some = fc.uniqueArray(anyQuestion, { minLength: 1, maxLength: 4, selector: ({ id }) => id })
    const runs = format === 'xlsx' ? 25 : 120
    await fc.assert(
      fc.asyncProperty(some, async questions => {
        const read = await readQuestions(await writeQuestions(format, questions), defaults)
        expect(read.problems).toEqual([])
        expect(read.drafts.map(({ draft }) => draft)).toEqual(questions)
      }),
      { numRuns: runs, seed: 20261123 },
    )
  })
})

test('another reader of GIFT understands what we write', async () => {
  const asked = [
    question({ stem: '哪一项 {对}？1:2 = 50 %', explanation: { why: '因为 #1 ~ 2', trap: '' } }),
    question({ id: 'air-02', kind: 'multiple', key: ['a', 'c'] }),
    question({
      id: 'air-03',
      kind: 'true-false',
      options: ['正确', '错误'].map((text, at) => ({ id: 'ab'.charAt(at), text })),
      key: ['b'],
    }),
  ]
  const [single, multiple, truth] = parse((await writeQuestions('gift', asked)).toString())
  expect(single).toMatchObject({
    type: 'MC',
    title: 'air-01',
    stem: { format: 'plain', text: '哪一项 {对}？1:2 = 50 %' },
    globalFeedback: { text: '因为 #1 ~ 2' },
    choices: [
      { isCorrect: true, text: { text: '平流层' } },
      { isCorrect: false, text: { text: '近地面' } },
      { isCorrect: false, text: { text: '室内' } },
    ],
  })
  expect(multiple).toMatchObject({ type: 'MC', choices: [{ weight: 50 }, { weight: -100 }, { weight: 50 }] })
  expect(truth).toMatchObject({ type: 'TF', isTrue: false })
})
