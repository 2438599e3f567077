import * as v from 'valibot'
import type { Cloud } from '../local/cloud/start-cloud'
import { timed } from './figures'

export const ROUND = '2026-main'

let keys = 0

const newKey = (): string => `bench${String((keys += 1)).padStart(20, '0')}`

const replySchema = v.object({ result: v.object({ ok: v.literal(true), value: v.unknown() }) })

async function ask(cloud: Cloud, persona: string, procedure: string, input: unknown): Promise<unknown> {
  const request = { procedure, input, key: newKey() }
  return v.parse(replySchema, await cloud.call(persona, procedure.split('.')[0] ?? '', request)).result.value
}

const openingSchema = v.object({ ticket: v.string(), questions: v.array(v.unknown()) })

/** Starts an attempt and answers what a submission of it sends. */
export async function begin(cloud: Cloud, persona: string) {
  const { ticket, questions } = v.parse(openingSchema, await ask(cloud, persona, 'quiz.startAttempt', { first: true }))
  return { ticket, answers: questions.map(() => [0]) }
}

export const submit = (cloud: Cloud, persona: string, answers: Awaited<ReturnType<typeof begin>>): Promise<unknown> =>
  ask(cloud, persona, 'quiz.submitAttempt', answers)

const rankingSchema = v.object({
  players: v.number(),
  own: v.nullable(v.object({ from: v.number(), to: v.number() })),
})

export const rank = async (cloud: Cloud, persona: string) =>
  v.parse(rankingSchema, await ask(cloud, persona, 'standings.showRanking', { round: ROUND }))

/** Lets the timer run until everything that was handed in is counted. */
export async function countAll(cloud: Cloud): Promise<void> {
  for (let attempts = 1; attempts > 0;) {
    cloud.clock.freeze(cloud.clock.now() + 2 * 60_000)
    const { outcome, result } = await cloud.timers.run('standings', 'roll-up')
    if (outcome !== 'returned') throw new Error(`the roll-up ${outcome}`)
    attempts = v.parse(v.object({ attempts: v.number() }), result).attempts
  }
}

interface Spent {
  operations: number
  time: number
}

export async function spentBy(cloud: Cloud, work: () => Promise<unknown>): Promise<Spent> {
  const before = cloud.counters.snapshot()
  const time = await timed(work)
  const { reads, writes } = cloud.counters.since(before)
  return { operations: reads + writes, time }
}

export interface Opening {
  /** Calls that were refused or lost. */
  errors: number
  recorded: number
  /** Standings that count one attempt. */
  counted: number
  milliseconds: number
}

/** Everybody starts and hands in at once. Afterwards it is looked whether everything was kept, and once only. */
export async function openFor(cloud: Cloud, personas: readonly { id: string; openId: string }[]): Promise<Opening> {
  let errors = 0
  const play = async ({ id }: { id: string }): Promise<void> => {
    try {
      await submit(cloud, id, await begin(cloud, id))
    } catch {
      errors += 1
    }
  }
  const milliseconds = await timed(() => Promise.all(personas.map(play)))
  await countAll(cloud)
  const kept = (collection: string, queryOf: (openId: string) => object): number =>
    personas.flatMap(({ openId }) => cloud.database.find(collection, { ...queryOf(openId) })).length
  return {
    errors,
    recorded: kept('quiz_attempts', person => ({ person, state: 'submitted' })),
    counted: kept('quiz_standings', person => ({ _id: `${ROUND}:${person}`, attempts: 1 })),
    milliseconds,
  }
}
