import { participationText, withoutText } from '../../../miniprogram/copy/desk-board'

test('where people take part is told in figures, where nobody does in one sentence', () => {
  expect(participationText({ region: '140000', players: 120, attempts: 200, mean: 72.1 })).toBe('120 人 · 均分 72.1')
  expect(withoutText(['天津市', '河北省'])).toBe('还没有人参加：天津市、河北省')
  expect(withoutText([])).toBe('')
})
