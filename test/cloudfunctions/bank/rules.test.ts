import type { RulingInput } from '../../../miniprogram/contract/question-reports'
import { withReport } from '../../../cloudfunctions/bank/reports/counts'
import { misfitOf, nextVersion } from '../../../cloudfunctions/bank/reports/next-version'
import type { Override } from '../../../cloudfunctions/quiz/question'
import { scoreUnder } from '../../../cloudfunctions/quiz/rules'
import { question as made } from '../../support/questions'

const { options } = made({ id: 'air-01' })
const question = (id: string, key: string[] = ['a']) => made({ id, key, kind: key.length > 1 ? 'multiple' : 'single' })
const override = (id: string, key: string[] | null): Override => ({
  ...{ question: `${id}@1`, ruling: `${id}@1#1`, key, note: '说明' },
})

describe('the score of stored answers', () => {
  const paper = [question('air-01'), question('air-02', ['a', 'c']), question('air-03'), question('air-04')]
  const answers = [['a'], ['c'], [], ['b']]

  test.each<[string, Override[], number]>([
    ['by the keys alone', [], 25],
    ['with a question given to everybody, also to who left it blank', [override('air-03', null)], 50],
    ['with another key that makes a wrong answer right', [override('air-04', ['b'])], 50],
    ['with another key that makes a right answer wrong', [override('air-01', ['b'])], 0],
    ['with fewer right options than before', [override('air-02', ['c'])], 50],
    ['with a ruling on a question that is not in the paper', [override('air-09', null)], 25],
    ['with all of them', [override('air-01', ['b']), override('air-02', ['c']), override('air-03', null)], 50],
  ])('%s', (_name, overrides, expected) => {
    expect(scoreUnder(overrides, paper, answers)).toBe(expected)
    expect(scoreUnder([...overrides].reverse(), paper, answers)).toBe(expected)
  })
})

describe('a ruling', () => {
  const asked = question('air-01')
  const newest = { ...asked, _id: 'air-01@2', version: 2 }
  const ruling: RulingInput = {
    ...{ question: 'air-01@1', after: 0, verdict: 'stands', scoring: 'keep', newKey: null, correction: null },
    note: '核对过',
  }
  const correction = { stem: '新题干', options, why: '因为', trap: '容易错' }

  test.each<[string, Partial<RulingInput>, string | null]>([
    ['that it stands', {}, null],
    ['that it stands, and scores change all the same', { scoring: 'all-right' }, 'verdict'],
    ['that it goes, with words', { verdict: 'retired', correction }, 'correction'],
    ['that it is corrected, without saying how', { verdict: 'corrected' }, 'correction'],
    ['with another key', { verdict: 'corrected', scoring: 'new-key', newKey: ['b'] }, null],
    ['with other words, scores kept', { verdict: 'corrected', correction }, null],
    ['by another key, without one', { verdict: 'corrected', scoring: 'new-key', correction }, 'newKey'],
    ['with two keys for one answer', { verdict: 'corrected', newKey: ['b', 'c'] }, 'newKey'],
    ['with a key that is no option', { verdict: 'corrected', newKey: ['z'] }, 'newKey'],
    [
      'with options added',
      { verdict: 'corrected', correction: { ...correction, options: [...options, { id: 'e', text: '戊' }] } },
      'options',
    ],
  ])('%s', (_name, change, misfit) => {
    expect(misfitOf({ ...ruling, ...change }, asked, asked)).toBe(misfit)
  })

  test('on a version that has been superseded changes scores, never words', () => {
    const corrected = { ...ruling, verdict: 'corrected', scoring: 'all-right' } as const
    expect(misfitOf(corrected, asked, newest)).toBeNull()
    expect(misfitOf({ ...corrected, correction }, asked, newest)).toBe('correction')
  })

  test('makes the next version with its words and key, checked by who ruled, measured by nobody', () => {
    const next = nextVersion({ ...asked, measured: 3 }, { newKey: ['b'], correction }, { by: 'h', on: '2026-09-18' })
    expect(next).toEqual({
      ...asked,
      ...{ _id: 'air-01@2', version: 2, stem: '新题干', key: ['b'], explanation: { why: '因为', trap: '容易错' } },
      ...{ verifiedBy: 'h', verifiedAt: '2026-09-18', measured: null },
    })
  })
})

test('reports add up by kind and begin anew after a ruling', () => {
  const one = withReport(null, { question: 'air-01@1', kind: 'typo', at: 1 })
  const two = withReport(one, { question: 'air-01@1', kind: 'typo', at: 2 })
  expect(two).toEqual({
    ...{ _id: 'air-01@1', state: 'waiting', kinds: { typo: 2 }, place: '0000002:air-01@1', lastAt: 2, rulings: 0 },
  })
  expect(withReport({ ...two, state: 'ruled', rulings: 1 }, { question: 'air-01@1', kind: 'other', at: 3 })).toEqual({
    ...{ _id: 'air-01@1', state: 'waiting', kinds: { other: 1 }, place: '0000001:air-01@1', lastAt: 3, rulings: 1 },
  })
})
