import { once } from 'node:events'
import { connect } from 'node:net'
import { Store } from '../../../local/cloud/database/store'
import { PLATFORM_LIMITS, Transactions } from '../../../local/cloud/database/transactions/transactions'
import { CommittedDocuments } from '../../../local/cloud/database/documents'
import { setDocument } from '../../../local/cloud/database/write-documents'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { sendJson } from './support/http-request'
import { outcomeOf, sdkHere } from './support/sdk-here'
import { startTestCloud } from './support/test-cloud'

test('the limits are the platform’s: 30 seconds, 100 operations', () => {
  expect(PLATFORM_LIMITS).toMatchObject({ lifetime: 30_000, operations: 100 })
})

describe('through the SDK', () => {
  let cloud: Cloud
  let db: Awaited<ReturnType<typeof sdkHere>>
  const start = async (transactions: Partial<typeof PLATFORM_LIMITS>) => {
    cloud = await startTestCloud({ transactions })
    cloud.database.insert('notes', [{ _id: 'a', n: 1 }])
    db = await sdkHere(cloud)
  }
  afterEach(() => cloud.stop())

  const ENDED = '-501001 TransactionNotExist'
  const ENDED_AT_ITS_END = 'DATABASE_TRANSACTION_FAIL TransactionNotExist'
  const note = () => cloud.database.find('notes')[0]

  test('a transaction left alone is aborted by the real clock, though the cloud’s own stands still', async () => {
    await start({ lifetime: 150 })
    cloud.clock.freeze(1700000000000)
    const transaction = await db.startTransaction()
    const inside = transaction.collection('notes').doc('a')
    await inside.update({ data: { n: 2 } })
    // It waits for the lock, which nobody gives back but the clock.
    await db
      .collection('notes')
      .doc('a')
      .update({ data: { n: db.command['inc']?.(5) } })
    expect([await outcomeOf(inside.get()), await outcomeOf(transaction.commit())]).toEqual([ENDED, ENDED_AT_ITS_END])
    expect(note()).toEqual({ _id: 'a', n: 6 })
  })

  test('a write that waits too long is refused as the platform’s timeout, and has changed nothing', async () => {
    await start({ patience: 50 })
    const transaction = await db.startTransaction()
    await transaction
      .collection('notes')
      .doc('a')
      .update({ data: { n: 2 } })
    const waited = await outcomeOf(
      db
        .collection('notes')
        .doc('a')
        .update({ data: { n: 3 } }),
    )
    await transaction.commit()
    expect([waited.split(' ')[0], note()]).toEqual(['-501002', { _id: 'a', n: 2 }])
  })

  test('the operation after the hundredth is refused, and ends the transaction', async () => {
    await start({ occupation: 0 })
    const transaction = await db.startTransaction()
    const inside = transaction.collection('notes').doc('a')
    for (let n = 1; n <= 99; n++) await inside.update({ data: { n: n + 1 } })
    await inside.get()
    expect(await outcomeOf(inside.get())).toBe('-501001 TransactionTooLong')
    expect(await outcomeOf(transaction.commit())).toBe(ENDED_AT_ITS_END)
    expect(note()).toEqual({ _id: 'a', n: 1 })
  })

  test('a hundred operations can be committed', async () => {
    await start({ occupation: 0 })
    const transaction = await db.startTransaction()
    const inside = transaction.collection('notes').doc('a')
    for (let n = 1; n <= 100; n++) await inside.update({ data: { n: n + 1 } })
    await transaction.commit()
    expect(note()).toEqual({ _id: 'a', n: 101 })
  })

  test('an operation that meets another one on its way is refused; the first one counts', async () => {
    await start({ occupation: 500 })
    const transaction = await db.startTransaction()
    const inside = transaction.collection('notes').doc('a')
    const outcomes = await Promise.all([
      outcomeOf(inside.update({ data: { n: 2 } })),
      outcomeOf(inside.get()),
      outcomeOf(transaction.commit()),
    ])
    expect(outcomes.sort()).toEqual(['-501001 TransactionBusy', 'DATABASE_TRANSACTION_FAIL TransactionBusy', 'done'])
    await transaction.rollback()
  })

  test('two operations that arrive together always meet', async () => {
    await start({})
    const answer = await sendJson(`${cloud.url}/admin`, { action: 'database.startTransaction' })
    const body = JSON.stringify({
      ...{ action: 'database.getDocument', collectionName: 'notes', query: '{}' },
      ...(typeof answer === 'object' && answer !== null && 'transactionId' in answer ? answer : {}),
    })
    const [both] = await pipelined(cloud, [body, body])
    expect(both?.match(/TransactionBusy|insertedIds|"list":\[[^\]]*\]/g)).toEqual([
      '"list":["{\\"_id\\":\\"a\\",\\"n\\":1}"]',
      'TransactionBusy',
    ])
  })

  test.each(['unknown', ''])('a transaction by the name of %j does not exist', async transactionId => {
    await start({})
    const actions = ['getDocument', 'insertDocument', 'modifyDocument', 'removeDocument', 'commitTransaction']
    const request = { collectionName: 'notes', query: '{"_id":"a"}', multi: false, merge: true, upsert: false }
    for (const action of [...actions, 'abortTransaction']) {
      const data = action === 'insertDocument' ? ['{}'] : '{"$set":{"n":9}}'
      const answer = await sendJson(`${cloud.url}/admin`, {
        action: `database.${action}`,
        ...request,
        data,
        transactionId,
      })
      expect(answer).toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
        message:
          '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
      })
    }
    expect(cloud.database.find('notes')).toEqual([{ _id: 'a', n: 1 }])
  })
})

/** Requests in one packet, on one connection. */
async function pipelined({ port }: Cloud, bodies: string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const requests = bodies.map((body, at) => {
    const last = at === bodies.length - 1 ? 'connection: close\r\n' : ''
    const head = `POST /admin HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n${last}`
    return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  })
  socket.write(requests.join(''))
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return [Buffer.concat(chunks).toString('utf8')]
}

test('of documents that change while transactions are open few images are kept, and none afterwards', async () => {
  const store = new Store(':memory:')
  store.apply([{ name: 'notes', indexes: [] }])
  const transactions = new Transactions(store, { ...PLATFORM_LIMITS, occupation: 0 })
  const write = (id: string, n: number) =>
    transactions.ordinaryWrite(announce =>
      setDocument(new CommittedDocuments(store.collection('notes'), announce), id, { n }),
    )
  const look = (id: string) => transactions.operate(id, 'notes', documents => documents.find({ query: {} }))
  const sizes: number[] = []
  for (let n = 0; n < 50; n++) write('a', n)
  sizes.push(transactions.images)
  const [first, second] = [transactions.start(), transactions.start()]
  const seen = [await look(first)]
  for (let n = 50; n < 100; n++) write('a', n)
  sizes.push(transactions.images)
  seen.push(await look(second))
  for (let n = 100; n < 150; n++) write('a', n)
  sizes.push(transactions.images)
  seen.push(await look(first), await look(second))
  transactions.commit(first)
  sizes.push(transactions.images)
  transactions.rollBack(second)
  sizes.push(transactions.images)
  store.close()
  const [early, late] = ['{"_id":"a","n":49}', '{"_id":"a","n":99}']
  expect(seen).toEqual([[early], [late], [early], [late]])
  expect(sizes).toEqual([0, 1, 2, 1, 0])
})
