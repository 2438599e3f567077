import { FieldHand } from '../../support/field-hand'

const operation = (properties: object) =>
  new FieldHand('operation-progress', { title: '正在生成统计表', share: 0.279, ...properties }, ['stop', 'retry'])

test('says what is done, how much of it, and whether one may leave', () => {
  const hand = operation({ step: '第 3 个，共 11 个', mayLeave: true })
  expect([hand.texts('title'), hand.texts('step'), hand.texts('share'), hand.texts('note-text')]).toEqual([
    ['正在生成统计表'],
    ['第 3 个，共 11 个'],
    ['27%'],
    ['可以离开这一页，它会接着做；回来时这里能看到进度。'],
  ])
  expect(operation({}).texts('note-text')).toEqual(['请先不要离开这一页。'])
})

test('is stopped while it runs and may be, and tried again when it came to nothing', async () => {
  expect([operation({}).texts('action'), operation({ state: 'done', stoppable: true }).texts('action')]).toEqual([
    [],
    [],
  ])
  const running = operation({ stoppable: true })
  await running.happens('press', '.stop')
  const failed = operation({ state: 'failed' })
  await failed.happens('press', '.again')
  expect([running.said.map(([event]) => event), failed.said.map(([event]) => event)]).toEqual([['stop'], ['retry']])
})

test('never says more than all or less than nothing', () => {
  expect([operation({ share: 1.2 }).texts('share'), operation({ share: -1 }).texts('share')]).toEqual([
    ['100%'],
    ['0%'],
  ])
})
