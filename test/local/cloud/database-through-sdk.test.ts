import type { Cloud } from '../../../local/cloud/start-cloud'
import { inFunction, type Sdk, valueOf } from './support/in-function'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

afterAll(() => cloud.stop())

beforeEach(() => {
  for (const name of ['notes', 'scores', 'attempts']) cloud.database.clear(name)
})

const duplicate = (index: string, key: string) =>
  `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.${index} dup key: { ${key} }}]}, {<nil>}]`

test('a document comes back as it was put in', async () => {
  const result = await valueOf(cloud, async ({ db }: Sdk) => {
    const notes = db.collection('notes')
    const at = new Date(1700000000000)
    const put = { n: 1, half: 1.5, big: 1700000000000, text: '空气', yes: true, nothing: null, at, list: [1, { k: 2 }] }
    const { _id } = await notes.add({ data: put })
    const { data } = await notes.doc(_id).get()
    return { sameId: data['_id'] === _id, isDate: data['at'] instanceof Date, data: { ...data, _id: '' } }
  })
  expect(result).toEqual({
    sameId: true,
    isDate: true,
    data: {
      _id: '',
      n: 1,
      half: 1.5,
      big: 1700000000000,
      text: '空气',
      yes: true,
      nothing: null,
      at: '2023-11-14T22:13:20.000Z',
      list: [1, { k: 2 }],
    },
  })
})

test('a missing document, a missing collection and a taken _id are refused as the SDK shows them', async () => {
  const missing = await inFunction(cloud, ({ db }: Sdk) => db.collection('notes').doc('none').get())
  const nowhere = await inFunction(cloud, ({ db }: Sdk) => db.collection('nowhere').add({ data: { a: 1 } }))
  const taken = await inFunction(cloud, async ({ db }: Sdk) => {
    await db.collection('notes').add({ data: { _id: 'a' } })
    await db.collection('notes').add({ data: { _id: 'a' } })
  })
  expect([missing.error?.errCode, nowhere.error?.errCode, taken.error?.errCode]).toEqual([-1, -502005, -502001])
  expect(missing.error?.errMsg).toBe('document.get:fail document with _id none does not exist')
  expect(nowhere.error?.errMsg).toContain('[ResourceNotFound] Db or Table not exist: nowhere.')
  expect(taken.error?.errMsg).toContain(duplicate('notes index: _id_', '_id: "a"'))
})

test('a collection is created once', async () => {
  const create = () => inFunction(cloud, ({ db }: Sdk) => db.createCollection('fresh'))
  expect(await create()).toMatchObject({ value: { errMsg: 'createCollection:ok' } })
  expect(await create()).toMatchObject({ error: { code: 'DATABASE_COLLECTION_ALREADY_EXIST', errCode: -1 } })
})

test('adding several documents is all or nothing', async () => {
  const done = await inFunction(cloud, ({ db }: Sdk) =>
    db.collection('notes').add({ data: [{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }] }),
  )
  expect(done.error?.errMsg).toContain('E11000')
  expect(cloud.database.find('notes')).toEqual([])
})

test.each([[null], [[1]], [{ a: 1 }], [true]])('%j cannot be an _id', async _id => {
  const done = await inFunction(
    cloud,
    ({ db }: Sdk, id: unknown) => db.collection('notes').add({ data: { _id: id } }),
    _id,
  )
  expect(done.error?.errMsg).toContain("The '_id' value must be a string, a number or an ObjectId")
})

test('a number can be an _id, and is another one than its text', async () => {
  const names = await valueOf(cloud, async ({ db }: Sdk) => {
    await db.collection('notes').add({
      data: [
        { _id: 7, name: 'number' },
        { _id: '7', name: 'text' },
      ],
    })
    const notes = await Promise.all([7, '7'].map(id => db.collection('notes').doc(id).get()))
    return notes.map(({ data }) => data['name'])
  })
  expect(names).toEqual(['number', 'text'])
})

test('a unique index holds against add, update and set, and takes a missing field for null', async () => {
  cloud.database.insert('scores', [
    { _id: 'a', uid: 'u', level: 1 },
    { _id: 'b', uid: 'u' },
  ])
  const refusals = await Promise.all([
    inFunction(cloud, ({ db }: Sdk) => db.collection('scores').add({ data: { uid: 'u', level: 1 } })),
    inFunction(cloud, ({ db }: Sdk) => db.collection('scores').add({ data: { uid: 'u', level: null } })),
    inFunction(cloud, ({ db }: Sdk) =>
      db
        .collection('scores')
        .doc('b')
        .update({ data: { level: 1 } }),
    ),
    inFunction(cloud, ({ db }: Sdk) =>
      db
        .collection('scores')
        .doc('c')
        .set({ data: { uid: 'u', level: 1 } }),
    ),
  ])
  const clash = duplicate('scores index: uid_level', 'uid: "u", level: 1')
  const nullClash = duplicate('scores index: uid_level', 'uid: "u", level: null')
  expect(refusals.map(({ error }) => error?.errMsg?.replace(/^.*?request fail\. /, ''))).toEqual([
    clash,
    nullClash,
    clash,
    clash,
  ])
  expect(cloud.database.find('scores')).toEqual([
    { _id: 'a', uid: 'u', level: 1 },
    { _id: 'b', uid: 'u' },
  ])
})

test('100 documents come by default and 1000 at most', async () => {
  cloud.database.insert(
    'notes',
    Array.from({ length: 1001 }, (_, n) => ({ n })),
  )
  const sizes = await valueOf(cloud, async ({ db }: Sdk) => {
    const notes = db.collection('notes')
    const answers = [
      await notes.get(),
      await notes.limit(0).get(),
      await notes.limit(1000).get(),
      await notes.limit(5000).get(),
    ]
    return [...answers.map(({ data }) => data.length), (await notes.count()).total]
  })
  expect(sizes).toEqual([100, 100, 1000, 1000, 1001])
})

test('a page is sorted, skipped, limited and cut to its fields', async () => {
  cloud.database.insert(
    'notes',
    [3, 1, 2, 5, 4].map(n => ({ _id: `n${n}`, n, even: n % 2 === 0, more: { a: n, b: 0 } })),
  )
  const { data } = await valueOf(cloud, ({ db, _ }: Sdk) =>
    db
      .collection('notes')
      .where({ n: _['gt']?.(1) })
      .orderBy('even', 'asc')
      .orderBy('n', 'desc')
      .skip(1)
      .limit(2)
      .field({ n: true, 'more.a': true })
      .get(),
  )
  expect(data).toEqual([
    { _id: 'n3', n: 3, more: { a: 3 } },
    { _id: 'n4', n: 4, more: { a: 4 } },
  ])
})

test('an update changes what it names, and reports only real changes', async () => {
  cloud.database.insert('notes', [{ _id: 'a', n: 1, list: ['x'], deep: { kept: 1, old: 2 }, gone: 1 }])
  const updated = await valueOf(cloud, async ({ db, _ }: Sdk) => {
    const note = db.collection('notes').doc('a')
    const change = { n: _['inc']?.(2), list: _['push']?.(['y']), gone: _['remove']?.(), deep: { old: 3 } }
    const first = await note.update({ data: change })
    const again = await note.update({ data: { n: 3 } })
    const missing = await db
      .collection('notes')
      .doc('none')
      .update({ data: { n: 3 } })
    return [first, again, missing].map(({ stats }) => stats.updated)
  })
  expect(updated).toEqual([1, 0, 0])
  expect(cloud.database.find('notes')).toEqual([{ _id: 'a', n: 3, list: ['x', 'y'], deep: { kept: 1, old: 3 } }])
})

test('set replaces the whole document or creates it', async () => {
  const stats = await valueOf(cloud, async ({ db }: Sdk) => {
    const note = db.collection('notes').doc('a')
    const answers = [
      await note.set({ data: { a: 1 } }),
      await note.set({ data: { b: 2 } }),
      await note.set({ data: { b: 2 } }),
    ]
    return answers.map(answer => answer.stats)
  })
  expect(stats).toEqual([
    { updated: 0, created: 1 },
    { updated: 1, created: 0 },
    { updated: 0, created: 0 },
  ])
  expect(cloud.database.find('notes')).toEqual([{ _id: 'a', b: 2 }])
})

test('a conditional update takes the last seat once, however many try at the same time', async () => {
  cloud.database.insert('notes', [{ _id: 'session', taken: 7, seats: 10 }])
  const won = await valueOf(cloud, async ({ db, _ }: Sdk) => {
    const take = () =>
      db
        .collection('notes')
        .where({ _id: 'session', taken: _['lt']?.(10) })
        .update({ data: { taken: _['inc']?.(1) } })
    const answers = await Promise.all(Array.from({ length: 20 }, take))
    return answers.reduce((sum, { stats }) => sum + stats.updated, 0)
  })
  expect([won, cloud.database.find('notes')]).toEqual([3, [{ _id: 'session', taken: 10, seats: 10 }]])
})

test('an update or a removal of everything is refused', async () => {
  cloud.database.insert('notes', [{ _id: 'a' }])
  const update = await inFunction(cloud, ({ db }: Sdk) =>
    db
      .collection('notes')
      .where({})
      .update({ data: { n: 1 } }),
  )
  const remove = await inFunction(cloud, ({ db }: Sdk) => db.collection('notes').where({}).remove())
  expect([update.error?.errMsg, remove.error?.errMsg]).toEqual([
    'collection.update:fail -501007 invalid parameters. query must not be empty for a multi update',
    'collection.remove:fail -501007 invalid parameters. query must not be empty for a multi remove',
  ])
  expect(cloud.database.find('notes')).toEqual([{ _id: 'a' }])
})

test('documents are removed one by one and by query', async () => {
  cloud.database.insert('notes', [{ _id: 'a', k: 1 }, { _id: 'b', k: 1 }, { _id: 'c', k: 2 }, { _id: 'd' }])
  const removed = await valueOf(cloud, async ({ db }: Sdk) => {
    const notes = db.collection('notes')
    const answers = [await notes.doc('d').remove(), await notes.doc('d').remove(), await notes.where({ k: 1 }).remove()]
    return answers.map(({ stats }) => stats.removed)
  })
  expect([removed, cloud.database.find('notes')]).toEqual([[1, 0, 2], [{ _id: 'c', k: 2 }]])
})

test('an aggregate groups, joins and sorts; without a limit it answers 20', async () => {
  cloud.database.insert(
    'scores',
    Array.from({ length: 60 }, (_, at) => ({ uid: `u${String(at % 30).padStart(2, '0')}`, level: at, score: at })),
  )
  cloud.database.insert('notes', [{ _id: 'n', uid: 'u29', name: '李华' }])
  const result = await valueOf(cloud, async ({ db, $ }: Sdk) => {
    const best = db
      .collection('scores')
      .aggregate()
      .group({ _id: '$uid', best: $['max']?.('$score') })
      .sort({ best: -1 })
    const all = await best.end()
    const join = { from: 'notes', localField: '_id', foreignField: 'uid', as: 'people' }
    const top = await best.limit(1).lookup(join).end()
    const many = await db.collection('scores').aggregate().limit(50).end()
    return { all: all.list.length, top: top.list, many: many.list.length }
  })
  expect(result).toEqual({
    all: 20,
    top: [{ _id: 'u29', best: 59, people: [{ _id: 'n', uid: 'u29', name: '李华' }] }],
    many: 50,
  })
})
