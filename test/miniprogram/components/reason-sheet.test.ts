import { FieldHand } from '../../support/field-hand'

const sheet = () => new FieldHand('reason-sheet', { title: '撤回这条通知？', yes: '撤回' }, ['give', 'close'])

test('gives a reason only once it fits, without the space around it', async () => {
  const hand = sheet()
  await hand.happens('press', '.yes')
  expect(hand.texts('error')).toEqual(['请填写原因。'])

  await hand.happens('change', '.field', { value: ' 错 ' })
  await hand.happens('press', '.yes')
  expect([hand.said, hand.texts('error')]).toEqual([[], ['原因再多写一点，至少 2 个字。']])

  await hand.happens('change', '.field', { value: ' 日期写错了 ' })
  await hand.happens('press', '.yes')
  expect(hand.said).toEqual([['give', { reason: '日期写错了' }]])
})

test('what was typed stays when the deed failed, and the failure is said', async () => {
  const hand = sheet()
  await hand.happens('change', '.field', { value: '日期写错了' })
  hand.give({ problem: '没有网络。' })
  await hand.happens('press', '.no')
  expect([hand.texts('problem'), hand.said]).toEqual([['没有网络。'], [['close', undefined]]])
  await hand.happens('press', '.yes')
  expect(hand.said.at(-1)).toEqual(['give', { reason: '日期写错了' }])
})
