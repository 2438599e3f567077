import { demoMoment } from './edition-2026'
import { handleOf } from './people-of-personas'
import { personas } from './personas'

type Document = Record<string, unknown>

/** What the seed needs of a cloud's database. */
interface Soil {
  find(collection: string): Document[]
  insert(collection: string, documents: Document[]): unknown
}

const REPORTERS = [
  { persona: 'zhou', kind: 'unclear-stem', text: '题干没有说明按哪一年的标准，两种算法结果不同。' },
  { persona: 'zhao', kind: 'key-wrong', text: '展厅里的说明牌写的是另一个数。' },
  { persona: 'sun', kind: 'key-wrong', text: '' },
]

/** Three people find fault with the same question: something for the desk to rule on. */
export function sowReports(database: Soil, secret: string): void {
  const question = String(database.find('quiz_questions')[0]?.['_id'])
  const reports = REPORTERS.map(({ persona, kind, text }, i) => {
    const person = personas.find(({ id }) => id === persona)?.openId ?? ''
    const said = { question, kind, text, textState: 'shown', at: demoMoment - i * 60_000, sentWith: `seed-${persona}` }
    return { _id: `${question}.${handleOf(secret, person)}`, person, ...said }
  })
  database.insert('question_reports', reports)
  database.insert('reported_questions', [
    {
      ...{ _id: question, state: 'waiting', kinds: { 'unclear-stem': 1, 'key-wrong': 2 }, rulings: 0 },
      ...{ place: `0000003:${question}`, lastAt: demoMoment },
    },
  ])
}
