import type { Cloud } from '../../../local/cloud/start-cloud'
import { sendJson } from './support/http-request'
import { isSettled, outcomeOf, sdkHere } from './support/sdk-here'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud
let db: Awaited<ReturnType<typeof sdkHere>>

beforeAll(async () => {
  cloud = await startTestCloud()
  db = await sdkHere(cloud)
})

afterAll(() => cloud.stop())

beforeEach(() => {
  for (const name of ['notes', 'scores']) cloud.database.clear(name)
  cloud.database.insert('notes', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ])
})

const CONFLICT = '-501001 TransactionConflict'
const ENDED = '-501001 TransactionNotExist'

const begin = async () => {
  const transaction = await db.startTransaction()
  return { notes: transaction.collection('notes'), end: transaction }
}

const notes = () => cloud.database.find('notes')
const valueOf = async (note: { get(): Promise<{ data: Record<string, unknown> }> }) => (await note.get()).data['n']
const set = (n: number) => ({ data: { n } })

describe('what a transaction sees', () => {
  test('is its own writes, which nobody else sees before the commit', async () => {
    const { notes: inside, end } = await begin()
    await inside.add({ data: { _id: 'c', n: 3 } })
    await inside.doc('a').update({ data: { n: db.command['inc']?.(10) } })
    await inside.doc('b').remove()
    const list = (await inside.orderBy('n', 'asc').get()).data
    const page = (await inside.orderBy('n', 'desc').limit(1).get()).data
    const one = (await inside.where({ n: 11 }).get()).data
    const before = notes()
    await end.commit()
    const after = [
      { _id: 'c', n: 3 },
      { _id: 'a', n: 11 },
    ]
    expect([list, page, one]).toEqual([after, [after[1]], [after[1]]])
    expect(before).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ])
    expect((await db.collection('notes').orderBy('n', 'asc').get()).data).toEqual(after)
  })

  test('is otherwise what was committed at its first operation', async () => {
    const { notes: inside, end } = await begin()
    await db.collection('notes').doc('a').update(set(5))
    const first = await valueOf(inside.doc('a'))
    await db.collection('notes').doc('a').update(set(6))
    await db.collection('notes').doc('a').update(set(7))
    await db.collection('notes').doc('b').remove()
    await db.collection('notes').add({ data: { _id: 'c', n: 5 } })
    const again = await valueOf(inside.doc('a'))
    const found = (await inside.where({ n: 5 }).get()).data
    const all = (await inside.orderBy('_id', 'asc').get()).data
    await end.rollback()
    expect([first, again, found]).toEqual([5, 5, [{ _id: 'a', n: 5 }]])
    expect(all).toEqual([
      { _id: 'a', n: 5 },
      { _id: 'b', n: 2 },
    ])
  })

  test('changes with nobody’s commit in between, be it a transaction’s', async () => {
    const reader = await begin()
    expect(await valueOf(reader.notes.doc('a'))).toBe(1)
    for (const n of [10, 20]) {
      const writer = await begin()
      await writer.notes.doc('a').update(set(n))
      await writer.notes.doc('b').update(set(n))
      await writer.end.commit()
    }
    expect([await valueOf(reader.notes.doc('a')), await valueOf(reader.notes.doc('b'))]).toEqual([1, 2])
    await reader.end.commit()
  })

  test('a document that is not there is no failure, and may be made', async () => {
    const { notes: inside, end } = await begin()
    const missing = await outcomeOf(inside.doc('c').get())
    await inside.doc('c').set(set(3))
    await inside.doc('c').set(set(4))
    await end.commit()
    expect(missing).toBe('-1 document.get:fail document with _id c does not exist')
    expect(cloud.database.find('notes', { _id: 'c' })).toEqual([{ _id: 'c', n: 4 }])
  })
})

describe('nothing is left', () => {
  const write = async (inside: Awaited<ReturnType<typeof begin>>['notes']) => {
    await inside.doc('a').update(set(9))
    await inside.doc('b').remove()
    await inside.add({ data: { _id: 'c' } })
  }
  const before = [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ]

  test('after a rollback', async () => {
    const { notes: inside, end } = await begin()
    await write(inside)
    await end.rollback()
    expect(notes()).toEqual(before)
  })

  test('when the callback throws, or rolls back with a reason', async () => {
    const thrown = db.runTransaction(async transaction => {
      await write(transaction.collection('notes'))
      throw new Error('changed my mind')
    })
    await expect(thrown).rejects.toThrow('changed my mind')
    const rolledBack = db.runTransaction(async transaction => {
      await write(transaction.collection('notes'))
      await transaction.rollback('the reason')
    })
    await expect(rolledBack).rejects.toBe('the reason')
    expect(notes()).toEqual(before)
  })

  test('when it never ends and the cloud stops', async () => {
    const other = await startTestCloud()
    other.database.insert('notes', before)
    const id = await startRaw(other)
    await sendJson(`${other.url}/admin`, { ...RAW_UPDATE, transactionId: id })
    expect(other.database.find('notes')).toEqual(before)
    await other.stop()
  })
})

const RAW_UPDATE = {
  action: 'database.modifyDocument',
  collectionName: 'notes',
  query: '{"_id":"a"}',
  queryType: 'DOC',
  data: '{"$set":{"n":9}}',
  multi: false,
  merge: true,
  upsert: false,
}

async function startRaw({ url }: Cloud): Promise<unknown> {
  const answer: unknown = await sendJson(`${url}/admin`, { action: 'database.startTransaction' })
  return typeof answer === 'object' && answer !== null && 'transactionId' in answer ? answer.transactionId : undefined
}

describe('a conflict', () => {
  test('comes at once to the second writer, and ends its transaction', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.notes.doc('a').update(set(10))
    await second.notes.doc('b').update(set(20))
    expect(await outcomeOf(second.notes.doc('a').update(set(30)))).toBe(CONFLICT)
    expect(await outcomeOf(second.notes.doc('b').get())).toBe(ENDED)
    // What the loser had locked is free again, before the winner ends.
    await db.collection('notes').doc('b').update(set(3))
    await first.end.commit()
    expect(notes()).toEqual([
      { _id: 'a', n: 10 },
      { _id: 'b', n: 3 },
    ])
  })

  test.each<[string, (outside: ReturnType<typeof db.collection>) => Promise<unknown>]>([
    ['changed', outside => outside.doc('a').update(set(5))],
    [
      'changed and changed back',
      outside =>
        outside
          .doc('a')
          .update(set(5))
          .then(() => outside.doc('a').update(set(1))),
    ],
    ['removed', outside => outside.doc('a').remove()],
  ])('meets who writes what others have %s since', async (_name, change) => {
    const { notes: inside } = await begin()
    await inside.doc('b').get()
    await change(db.collection('notes'))
    expect(await outcomeOf(inside.doc('a').update(set(9)))).toBe(CONFLICT)
  })

  test('meets who makes what others have made since', async () => {
    const { notes: inside } = await begin()
    await inside.doc('b').get()
    await db.collection('notes').add({ data: { _id: 'c' } })
    expect(await outcomeOf(inside.doc('c').get())).toContain('does not exist')
    expect(await outcomeOf(inside.add({ data: { _id: 'c' } }))).toBe(CONFLICT)
  })

  test('of an operation is not retried by the SDK itself, which is why the product has its own way', async () => {
    let runs = 0
    const work = db.runTransaction(async transaction => {
      runs++
      await transaction.collection('notes').doc('b').get()
      await db.collection('notes').doc('a').update(set(5))
      await transaction.collection('notes').doc('a').update(set(6))
    })
    expect([await outcomeOf(work), runs]).toEqual([CONFLICT, 1])
  })

  test('does not come from a write that changes nothing: it locks nothing', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.notes.doc('a').update(set(1))
    await second.notes.doc('a').update(set(2))
    await second.end.commit()
    expect(await outcomeOf(first.end.commit())).toBe('done')
    expect(notes()[0]).toEqual({ _id: 'a', n: 2 })
  })

  test('does not come from reading: of two that read both documents and write different ones both commit', async () => {
    const decide = async (transaction: Awaited<ReturnType<typeof begin>>, own: string) => {
      const sum = Number(await valueOf(transaction.notes.doc('a'))) + Number(await valueOf(transaction.notes.doc('b')))
      return () => transaction.notes.doc(own).update(set(sum > 2 ? 0 : sum))
    }
    const [first, second] = [await begin(), await begin()]
    const writes = [await decide(first, 'a'), await decide(second, 'b')]
    for (const write of writes) await write()
    await first.end.commit()
    await second.end.commit()
    // One after the other they would have left one of the two: this is write skew.
    expect(notes().map(({ n }) => n)).toEqual([0, 0])
  })
})

describe('an ordinary write', () => {
  test('of a locked document waits for the commit; one of another document does not', async () => {
    const { notes: inside, end } = await begin()
    await inside.doc('a').update(set(10))
    const waiting = db
      .collection('notes')
      .doc('a')
      .update({ data: { n: db.command['inc']?.(1) } })
    await db.collection('notes').doc('b').update(set(20))
    const seen = await valueOf(db.collection('notes').doc('a'))
    const early = await isSettled(waiting)
    await end.commit()
    await waiting
    expect([seen, early, notes()]).toEqual([
      1,
      false,
      [
        { _id: 'a', n: 11 },
        { _id: 'b', n: 20 },
      ],
    ])
  })

  test.each<[string, (outside: ReturnType<typeof db.collection>) => Promise<unknown>, number]>([
    ['an update by query', outside => outside.where({ n: db.command['gt']?.(0) }).update({ data: { seen: true } }), 2],
    ['a removal', outside => outside.doc('a').remove(), 1],
    ['a set', outside => outside.doc('a').set(set(4)), 2],
  ])('waits as %s too, and then does all of its work', async (_name, change, left) => {
    const { notes: inside, end } = await begin()
    await inside.doc('a').update(set(10))
    const waiting = change(db.collection('notes'))
    await valueOf(db.collection('notes').doc('b'))
    const [early, untouched] = [await isSettled(waiting), notes()]
    await end.rollback()
    await waiting
    expect([early, untouched]).toEqual([
      false,
      [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    ])
    expect(notes()).toHaveLength(left)
    expect(notes()[0]).not.toEqual({ _id: 'a', n: 1 })
  })

  test.each([
    ['commit', 'meets it', '-502001 E11000'],
    ['rollback', 'takes it', 'done'],
  ] as const)('of a key that a transaction has taken waits, and after the %s %s', async (way, _name, outcome) => {
    const transaction = await db.startTransaction()
    await transaction.collection('scores').add({ data: { uid: 'u', level: 1 } })
    const waiting = outcomeOf(db.collection('scores').add({ data: { uid: 'u', level: 1 } }))
    await db.collection('scores').add({ data: { uid: 'u', level: 2 } })
    const early = await isSettled(waiting)
    await transaction[way]()
    expect([early, await waiting]).toEqual([false, outcome])
  })

  test('of a seed or a test does not wait: the transaction in its way is aborted', async () => {
    const { notes: inside, end } = await begin()
    await inside.add({ data: { _id: 'c', n: 3 } })
    cloud.database.insert('notes', [{ _id: 'c', n: 4 }])
    expect(await outcomeOf(end.commit())).toBe('DATABASE_TRANSACTION_FAIL TransactionNotExist')
    expect(cloud.database.find('notes', { _id: 'c' })).toEqual([{ _id: 'c', n: 4 }])
  })
})

describe('a unique index', () => {
  const scores = () => cloud.database.find('scores').map(({ _id, level }) => [_id, level])
  beforeEach(() => {
    cloud.database.insert('scores', [
      { _id: 'x', uid: 'u', level: 1 },
      { _id: 'y', uid: 'u', level: 2 },
    ])
  })
  const beginScores = async () => {
    const transaction = await db.startTransaction()
    return { inside: transaction.collection('scores'), transaction }
  }

  test.each([
    ['what is committed', { _id: 'z', uid: 'u', level: 1 }],
    ['what it has written itself', { _id: 'z', uid: 'u', level: 3 }],
    ['an _id', { _id: 'x', uid: 'other', level: 9 }],
    ['an _id of its own', { _id: 'w', uid: 'other', level: 9 }],
  ])('holds inside against %s, and the refusal ends the transaction', async (_name, clash) => {
    const { inside, transaction } = await beginScores()
    await inside.add({ data: { _id: 'w', uid: 'u', level: 3 } })
    expect(await outcomeOf(inside.add({ data: clash }))).toBe('-502001 E11000')
    expect(await outcomeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL TransactionNotExist')
    expect(scores()).toEqual([
      ['x', 1],
      ['y', 2],
    ])
  })

  test('lets a key go over to another document, even in a circle', async () => {
    const { inside, transaction } = await beginScores()
    await inside.doc('x').update({ data: { level: 9 } })
    await inside.doc('y').update({ data: { level: 1 } })
    await inside.doc('x').update({ data: { level: 2 } })
    await transaction.commit()
    expect(scores()).toEqual([
      ['x', 2],
      ['y', 1],
    ])
    const second = await beginScores()
    await second.inside.doc('x').remove()
    await second.inside.add({ data: { _id: 'z', uid: 'u', level: 2 } })
    await second.transaction.commit()
    expect(scores()).toEqual([
      ['y', 1],
      ['z', 2],
    ])
  })

  test.each([
    ['take', { _id: 'p', uid: 'u', level: 5 }],
    ['have given up', { _id: 'p', uid: 'u', level: 1 }],
  ])('gives a key that two transactions %s to the first of them', async (_name, data) => {
    const [first, second] = [await beginScores(), await beginScores()]
    await first.inside.doc('x').update({ data: { level: 5 } })
    expect(await outcomeOf(second.inside.add({ data }))).toBe(CONFLICT)
    await first.transaction.commit()
    expect(scores()).toEqual([
      ['x', 5],
      ['y', 2],
    ])
  })

  test('shows a key that was taken since the snapshot as a conflict: run again, it meets the document', async () => {
    const { inside } = await beginScores()
    await inside.doc('x').get()
    await db.collection('scores').add({ data: { _id: 'z', uid: 'u', level: 7 } })
    expect(await outcomeOf(inside.add({ data: { uid: 'u', level: 7 } }))).toBe(CONFLICT)
  })
})

describe('what stands beside a transaction', () => {
  test('where().update(), count() and aggregate() run outside of it, and survive its rollback', async () => {
    const { notes: inside, end } = await begin()
    await inside.doc('a').update(set(10))
    await inside.where({ _id: 'b' }).update({ data: { escaped: true } })
    const counted = await inside.where({ n: 10 }).count()
    const { list } = await inside.aggregate().match({ n: 10 }).end()
    await end.rollback()
    expect([counted.total, list, notes()]).toEqual([
      0,
      [],
      [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2, escaped: true },
      ],
    ])
  })

  test.each([
    [{ action: 'database.calculateDocument', query: '{}' }],
    [{ action: 'database.aggregateDocuments', stages: [] }],
    [{ ...RAW_UPDATE, multi: true }],
    [{ action: 'database.removeDocument', query: '{"n":1}', multi: true }],
    [{ action: 'database.getDocument', query: '{}', transactionId: 7 }],
  ])('%j is refused inside one', async request => {
    const transactionId = await startRaw(cloud)
    const answer = await sendJson(`${cloud.url}/admin`, { collectionName: 'notes', transactionId, ...request })
    expect(answer).toMatchObject({ code: 'INVALID_PARAM' })
    expect(notes()).toHaveLength(2)
  })

  test('operations are counted as everywhere; beginnings and ends under their names, as neither reads nor writes', async () => {
    const before = cloud.counters.snapshot()
    const { notes: inside, end } = await begin()
    await inside.doc('a').get()
    await inside.doc('a').update(set(3))
    await end.commit()
    await (await begin()).end.rollback()
    expect(cloud.counters.since(before)).toMatchObject({
      reads: 1,
      writes: 1,
      operations: {
        '(transactions)': { startTransaction: 2, commitTransaction: 1, abortTransaction: 1 },
        notes: { getDocument: 1, modifyDocument: 1 },
      },
    })
  })
})
