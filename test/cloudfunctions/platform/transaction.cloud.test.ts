import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import * as v from 'valibot'
import { NOBODY } from '../../../miniprogram/contract/roles'
import { defineCollection } from '../../../cloudfunctions/platform/collection-spec'
import { contextOf } from '../../../cloudfunctions/platform/context'
import { Refusal } from '../../../cloudfunctions/platform/refusal'
import type { Pace, Transaction } from '../../../cloudfunctions/platform/transaction'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { sendJson } from '../../local/cloud/support/http-request'
import { pointSdkAt } from '../../local/cloud/support/sdk-here'
import { startTestCloud } from '../../local/cloud/support/test-cloud'

const notesSpec = defineCollection({
  name: 'notes',
  purpose: 'For this test.',
  schema: v.object({ _id: v.string(), n: v.number(), deep: v.optional(v.record(v.string(), v.number())) }),
  indexes: [],
  personal: [],
  retention: 'None.',
})
const scoresSpec = defineCollection({
  name: 'scores',
  purpose: 'For this test.',
  schema: v.object({ _id: v.string(), uid: v.string(), level: v.number() }),
  indexes: [],
  personal: [],
  retention: 'None.',
})

const context = contextOf({ who: { person: 'li' }, standing: NOBODY, now: 0, requestId: 'request', key: 'key' })

/** Stands between SDK and cloud: what it answers itself does not reach the cloud. */
let intercept: (action: string) => object | 'silence' | undefined
let cloud: Cloud
let between: Server
let platform: typeof import('../../../cloudfunctions/platform/transaction')
let database: typeof import('../../../cloudfunctions/platform/database')

beforeAll(async () => {
  cloud = await startTestCloud()
  between = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      const action = v.parse(v.object({ action: v.string() }), body).action
      const own = intercept(action)
      const answer = own ?? (await sendJson(`${cloud.url}/admin`, body))
      if (own === 'silence') {
        await sendJson(`${cloud.url}/admin`, body)
        response.destroy()
      } else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    })()
  }).listen(0, '127.0.0.1')
  await once(between, 'listening')
  const address = between.address()
  pointSdkAt(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
  platform = await import('../../../cloudfunctions/platform/transaction')
  database = await import('../../../cloudfunctions/platform/database')
})

afterAll(async () => {
  between.closeAllConnections()
  between.close()
  await cloud.stop()
})

let waits: number[]

beforeEach(() => {
  intercept = () => undefined
  waits = []
  for (const name of ['notes', 'scores']) cloud.database.clear(name)
  cloud.database.insert('notes', [
    { _id: 'a', n: 1, deep: { kept: 1, old: 2 } },
    { _id: 'b', n: 2 },
  ])
})

/** Waits for nothing and remembers how long it would have been. */
const pace: Partial<Pace> = {
  random: () => 0.5,
  wait: milliseconds => Promise.resolve(waits.push(milliseconds)),
}

const run = <Result>(work: (transaction: Transaction) => Promise<Result>, changes: Partial<Pace> = {}) =>
  platform.inTransaction(context, work, { ...pace, ...changes })

const untouched = [
  { _id: 'a', n: 1, deep: { kept: 1, old: 2 } },
  { _id: 'b', n: 2 },
]
const notes = () => cloud.database.find('notes')
const elsewhere = (n: number) => database.collection(notesSpec).update({ _id: 'a' }, { n })

test('reads, changes, puts, makes and removes documents, all at once', async () => {
  const result = await run(async transaction => {
    const inside = transaction.collection(notesSpec)
    const [a, missing] = [await inside.get('a'), await inside.get('none')]
    const updated = [await inside.update('a', { n: 10, deep: { fresh: 3 } }), await inside.update('none', { n: 1 })]
    await inside.set({ _id: 'c', n: 3 })
    await inside.insert({ _id: 'd', n: 4 }, new Refusal('unexpected'))
    const removed = [await inside.remove('b'), await inside.remove('none')]
    return { a, missing, updated, removed, seen: await inside.get('a'), outside: notes() }
  })
  const a = { _id: 'a', n: 10, deep: { fresh: 3 } }
  expect(result).toEqual({
    a: untouched[0],
    missing: null,
    updated: [true, false],
    removed: [true, false],
    seen: a,
    outside: untouched,
  })
  expect(notes()).toEqual([a, { _id: 'c', n: 3 }, { _id: 'd', n: 4 }])
})

test('a refusal comes out as it was thrown, and takes everything back', async () => {
  const refusal = context.refusal('busy', { seats: 0 })
  const work = run(async transaction => {
    await transaction.collection(notesSpec).update('a', { n: 9 })
    throw refusal
  })
  await expect(work).rejects.toBe(refusal)
  expect([notes(), waits]).toEqual([untouched, []])
  // Nothing is locked any more.
  expect(await elsewhere(5)).toBe(1)
})

test('a document that is not what its schema says is no document', async () => {
  cloud.database.insert('notes', [{ _id: 'odd', n: 'many' }])
  const work = run(async transaction => {
    await transaction.collection(notesSpec).update('a', { n: 9 })
    await transaction.collection(notesSpec).get('odd')
  })
  await expect(work).rejects.toThrow(v.ValiError)
  expect(notes().slice(0, 2)).toEqual(untouched)
})

test('a taken id or key ends the transaction with the refusal that was given for it', async () => {
  cloud.database.insert('scores', [{ _id: 's', uid: 'u', level: 1 }])
  const taken = new Refusal('attempt-still-open')
  for (const score of [
    { _id: 's', uid: 'other', level: 1 },
    { _id: 't', uid: 'u', level: 1 },
  ]) {
    const work = run(async transaction => {
      await transaction.collection(notesSpec).update('a', { n: 9 })
      await transaction.collection(scoresSpec).insert(score, taken)
    })
    await expect(work).rejects.toBe(taken)
  }
  expect([notes(), cloud.database.find('scores')]).toEqual([untouched, [{ _id: 's', uid: 'u', level: 1 }]])
})

describe('a conflict', () => {
  /** Works through so many disturbances by others before it is left in peace. */
  const disturbed = (times: number) => {
    let runs = 0
    const work = async (transaction: Transaction) => {
      const a = await transaction.collection(notesSpec).get('a')
      if (runs++ < times) await elsewhere(100 + runs)
      await transaction.collection(notesSpec).update('a', { n: (a?.n ?? 0) + 1 })
      return runs
    }
    return work
  }

  test('of an operation is tried again on a fresh snapshot, after a wait', async () => {
    expect(await run(disturbed(2))).toBe(3)
    expect([notes()[0]?.['n'], waits]).toEqual([103, [7.5, 15]])
  })

  test.each(['DATABASE_TRANSACTION_CONFLICT TransactionConflict', 'DATABASE_TRANSACTION_FAIL TransactionBusy'])(
    'of the commit (%s) is tried again too',
    async names => {
      const [code, name] = names.split(' ')
      let refusals = 2
      intercept = action =>
        action === 'database.commitTransaction' && refusals-- > 0
          ? { code, message: `[ResourceUnavailable.${name ?? ''}] …`, requestId: 'r' }
          : undefined
      expect(await run(disturbed(0))).toBe(3)
      expect([notes()[0]?.['n'], waits]).toEqual([2, [7.5, 15]])
    },
  )

  test('is never noticed by the work that swallows it, so it is tried again all the same', async () => {
    const work = disturbed(1)
    expect(await run(transaction => work(transaction).catch(() => 0))).toBe(2)
    expect(notes()[0]?.['n']).toBe(102)
  })

  test('without an end is the refusal that the procedure has declared', async () => {
    await expect(run(disturbed(99))).rejects.toMatchObject({ name: 'Refusal', code: 'busy' })
    expect(waits).toEqual([7.5, 15, 30, 60, 120, 120, 120])
    await expect(run(disturbed(99), { attempts: 1 })).rejects.toMatchObject({ code: 'busy' })
  })
})

test('operations started together run one after the other, in their order', async () => {
  const before = cloud.counters.snapshot()
  const seen = await run(async transaction => {
    const inside = transaction.collection(notesSpec)
    const [first, , second] = await Promise.all([
      inside.get('a'),
      inside.update('a', { n: 5 }),
      inside.get('a'),
      transaction.collection(scoresSpec).set({ _id: 's', uid: 'u', level: 1 }),
      inside.remove('b'),
    ])
    return [first?.n, second?.n]
  })
  expect([seen, waits]).toEqual([[1, 5], []])
  expect(cloud.counters.since(before)).toMatchObject({ reads: 2, writes: 3 })
  expect([notes().length, cloud.database.find('scores').length]).toEqual([1, 1])
})

test('an operation nobody waits for is part of it; what comes after the end is refused', async () => {
  let late: Transaction | undefined
  await run(transaction => {
    late = transaction
    void transaction.collection(notesSpec).update('a', { n: 7 })
    return Promise.resolve()
  })
  expect(notes()[0]?.['n']).toBe(7)
  await expect(late?.collection(notesSpec).update('a', { n: 8 })).rejects.toThrow('after the end')
  expect(notes()[0]?.['n']).toBe(7)
})

test('after an operation has failed no other one runs, and nothing is written, even if the failure is swallowed', async () => {
  cloud.database.insert('notes', [{ _id: 'odd', n: 'many' }])
  const work = run(async transaction => {
    const inside = transaction.collection(notesSpec)
    const outcomes = await Promise.allSettled([inside.update('a', { n: 7 }), inside.get('odd'), inside.remove('b')])
    return outcomes.map(({ status }) => status)
  })
  await expect(work).rejects.toThrow(v.ValiError)
  expect(notes().slice(0, 2)).toEqual(untouched)
})

test('a commit whose answer is lost is not tried again: it may have happened', async () => {
  let runs = 0
  intercept = action => (action === 'database.commitTransaction' ? 'silence' : undefined)
  const work = run(async transaction => {
    runs++
    const a = await transaction.collection(notesSpec).get('a')
    await transaction.collection(notesSpec).update('a', { n: (a?.n ?? 0) + 1 })
  })
  await expect(work).rejects.toThrow()
  expect([runs, notes()[0]?.['n']]).toEqual([1, 2])
})
