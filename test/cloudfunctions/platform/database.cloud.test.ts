import * as v from 'valibot'
import { defineCollection } from '../../../cloudfunctions/platform/collection-spec'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { pointSdkAt } from '../../local/cloud/support/sdk-here'
import { startTestCloud } from '../../local/cloud/support/test-cloud'

const notesSpec = defineCollection({
  name: 'notes',
  purpose: 'For this test.',
  schema: v.object({ _id: v.string(), n: v.number(), text: v.optional(v.string(), '') }),
  indexes: [],
  personal: [],
  retention: 'None.',
})

let cloud: Cloud
let conditions: typeof import('../../../cloudfunctions/platform/conditions')
let database: typeof import('../../../cloudfunctions/platform/database')
beforeAll(async () => {
  cloud = await startTestCloud()
  pointSdkAt(cloud.url)
  conditions = await import('../../../cloudfunctions/platform/conditions')
  database = await import('../../../cloudfunctions/platform/database')
})
afterAll(() => cloud.stop())

const texts = ['1406', '1406:a', '1406:b', '1406:馆', '1406:😀', '1407', '15', 'BT01']

beforeEach(() => {
  cloud.database.clear('notes')
  cloud.database.insert(
    'notes',
    texts.map((text, n) => ({ _id: `id-${n}`, n, text })),
  )
})

const notes = () => database.collection(notesSpec)
const found = async (query: Parameters<ReturnType<typeof notes>['find']>[0], limit = 100) =>
  (await notes().find(query, { orderBy: ['text', 1], limit })).map(({ text }) => text)

test('a beginning finds what begins so, emoji included, and an empty one everything', async () => {
  expect(await found({ text: conditions.startingWith('1406') })).toEqual(texts.slice(0, 5))
  expect(await found({ text: conditions.startingWith('14') })).toEqual(texts.slice(0, 6))
  expect(await found({ text: conditions.startingWith('') })).toEqual(texts)
  expect(await found({ text: conditions.startingWith('2') })).toEqual([])
  expect(await found({ text: conditions.startingWith('14.*') })).toEqual([])
})

test('a cursor goes on after the last one, and never out of the beginning', async () => {
  expect(await found({ text: conditions.startingWith('1406', '1406:b') })).toEqual(['1406:馆', '1406:😀'])
  expect(await found({ text: conditions.startingWith('1406', 'BT01') })).toEqual([])
  expect(await found({ text: conditions.startingWith('1406:', '00') })).toEqual(texts.slice(1, 5))
})

test('bounds of numbers and of texts', async () => {
  expect(await found({ text: conditions.before('1406:b') })).toEqual(['1406', '1406:a'])
  expect(await found({ text: conditions.after('15') })).toEqual(['BT01'])
  expect(await found({ n: conditions.after(5) })).toEqual(['15', 'BT01'])
  expect(await found({ n: conditions.before(2) })).toEqual(['1406', '1406:a'])
})

test('a count, an order by several fields, and a replacement', async () => {
  expect(await notes().count({ text: conditions.startingWith('1406') })).toBe(5)
  await notes().replace({ _id: 'id-0', n: 1, text: 'another' })
  await notes().replace({ _id: 'new', n: 1, text: 'new' })
  const ordered = await notes().find(
    { text: conditions.after('1406') },
    {
      orderBy: [
        ['n', -1],
        ['text', -1],
      ],
      limit: 10,
    },
  )
  expect(ordered.map(({ text }) => text)).toEqual([
    'BT01',
    '15',
    '1407',
    '1406:😀',
    '1406:馆',
    '1406:b',
    'new',
    'another',
    '1406:a',
  ])
})

test('a removal takes what matches and nothing else, and never everything', async () => {
  expect(await notes().remove({ text: conditions.startingWith('1406') })).toBe(5)
  expect(cloud.database.find('notes').map(({ text }) => text)).toEqual(['1407', '15', 'BT01'])
  await expect(notes().remove({})).rejects.toThrow('everything in notes was to be removed')
  expect(cloud.database.find('notes')).toHaveLength(3)
})
