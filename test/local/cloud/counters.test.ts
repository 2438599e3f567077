import type { Cloud } from '../../../local/cloud/start-cloud'
import { send } from './support/http-request'
import { type Sdk, valueOf } from './support/in-function'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

afterAll(() => cloud.stop())

const ZERO = { reads: 0, writes: 0, calls: 0, operations: {}, functions: {}, faults: {} }

test('each database operation and each function call is counted, once and under its name', async () => {
  const before = cloud.counters.snapshot()
  await valueOf(cloud, async ({ cloud: sdk, db }: Sdk) => {
    const notes = db.collection('notes')
    await notes.add({ data: [{ _id: 'a' }, { _id: 'b' }] })
    await notes.doc('a').get()
    await notes.where({ n: 1 }).count()
    await notes.where({ n: 1 }).update({ data: { n: 2 } })
    await notes.doc('b').remove()
    await notes.doc('c').set({ data: { n: 1 } })
    await db.collection('scores').aggregate().match({ n: 1 }).end()
    await db.createCollection('counted')
    await sdk.callFunction({ name: 'str' })
    await sdk.callFunction({ name: 'str' })
    return true
  })
  expect(cloud.counters.since(before)).toEqual({
    reads: 3,
    writes: 4,
    calls: 3,
    operations: {
      notes: { insertDocument: 1, getDocument: 1, calculateDocument: 1, modifyDocument: 2, removeDocument: 1 },
      scores: { aggregateDocuments: 1 },
      counted: { addCollection: 1 },
    },
    functions: { run: 1, str: 2 },
    faults: {},
  })
})

test('a refused operation and a failed call are counted too', async () => {
  const before = cloud.counters.snapshot()
  await valueOf(cloud, ({ db }: Sdk) =>
    db
      .collection('nowhere')
      .get()
      .catch(() => true),
  )
  await cloud.call('li', 'boom', {})
  await cloud.call('li', 'nofn', {})
  expect(cloud.counters.since(before)).toEqual({
    reads: 1,
    writes: 0,
    calls: 3,
    operations: { nowhere: { getDocument: 1 } },
    functions: { run: 1, boom: 1, nofn: 1 },
    faults: {},
  })
})

test('the log has the reads and writes of each call', async () => {
  await cloud.call('li', 'nested', { name: 'clock', data: {} })
  const entries = cloud.log.entries().slice(-2)
  expect(entries.map(({ functionName, reads, writes }) => [functionName, reads, writes])).toEqual([
    ['nested', 0, 0],
    ['clock', 1, 1],
  ])
})

test('what a seed or a test does directly is not counted', () => {
  const before = cloud.counters.snapshot()
  cloud.database.insert('notes', [{ n: 1 }])
  cloud.database.find('notes', { n: 1 })
  cloud.database.clear('notes')
  expect(cloud.counters.since(before)).toEqual(ZERO)
})

test('the counters are told as JSON', async () => {
  const { text } = await send(`${cloud.url}/counters`)
  expect(JSON.parse(text)).toEqual(cloud.counters.snapshot())
  expect(JSON.parse(text)).not.toEqual(ZERO)
})
