import { FieldHand } from '../../support/field-hand'

const files = [
  { id: 'a', name: '翠鸟.jpg', state: 'done' },
  { id: 'b', name: '溪流.mp4', state: 'sending', share: 0.629 },
  { id: 'c', name: '蜜蜂.mp4', state: 'failed', problem: '网络断开了' },
]
const field = (properties: object = {}) =>
  new FieldHand('upload-field', { label: '作品文件', files, limit: 4, ordered: true, ...properties }, [
    'choose',
    'open',
    'retry',
    'remove',
    'move',
  ])

test('says of every file what becomes of it', () => {
  const hand = field()
  expect([hand.texts('name'), hand.texts('state'), hand.texts('count')]).toEqual([
    ['翠鸟.jpg', '溪流.mp4', '蜜蜂.mp4'],
    ['已上传', '正在上传 62%', '网络断开了'],
    ['3 / 4 个'],
  ])
})

test('tells what the person wants with which file', async () => {
  const hand = field()
  await hand.tap('.add')
  await hand.tap('.picture', 0)
  await hand.tap('.again')
  await hand.tap('.last', 1)
  expect(hand.said).toEqual([
    ['choose', { name: 'it' }],
    ['open', { name: 'it', id: 'a' }],
    ['retry', { name: 'it', id: 'c' }],
    ['remove', { name: 'it', id: 'b' }],
  ])
})

test('moves files, but none out of the row', async () => {
  const hand = field({ files: files.slice(0, 2) })
  await hand.tap('.forward', 0)
  await hand.tap('.forward', 1)
  await hand.tap('.backward', 0)
  await hand.tap('.backward', 1)
  expect(hand.said).toEqual([
    ['move', { name: 'it', id: 'b', to: 0 }],
    ['move', { name: 'it', id: 'a', to: 1 }],
  ])
})

test('offers no more when it is full, and nothing at all while disabled', () => {
  expect(field({ limit: 3 }).texts('add')).toHaveLength(0)
  const disabled = field({ disabled: true })
  expect([disabled.texts('add').length, disabled.texts('last').length]).toEqual([0, 0])
})
