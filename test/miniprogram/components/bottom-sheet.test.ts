import { FieldHand } from '../../support/field-hand'

const sheet = (properties: object = {}) =>
  new FieldHand('bottom-sheet', { title: '选择单位', ...properties }, ['close', 'back'])

const pulled = async (hand: FieldHand, far: number) => {
  await hand.touches('.head', 100, 100 + far)
  return hand.said.map(([event]) => event)
}

test('closes by its button and by the veil', async () => {
  const hand = sheet()
  expect(hand.texts('title')).toEqual(['选择单位'])
  await hand.tap('.side')
  await hand.happens('close', '.popup')
  expect(hand.said.map(([event]) => event)).toEqual(['close', 'close'])
})

test('closes by a pull down, not by a touch or a push up', async () => {
  expect(await pulled(sheet(), 80)).toEqual(['close'])
  expect([await pulled(sheet(), 10), await pulled(sheet(), -80)]).toEqual([[], []])
})

test('steps back where there is a step to go back to', async () => {
  const hand = sheet({ back: true })
  await hand.tap('.side', 0)
  expect(hand.said.map(([event]) => event)).toEqual(['back'])
})
