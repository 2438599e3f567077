import { earnedBy } from '../../../cloudfunctions/quiz/certificate-rules'

const round = {
  title: '秋季云竞答',
  opensAt: Date.parse('2026-01-01T00:00:00+08:00'),
  certificates: [
    { from: 100, name: '满分' },
    { from: 60, name: '达标' },
    { from: 80, name: '优秀' },
  ],
}

test.each([
  [59, undefined, undefined],
  [60, '达标', { from: 60, to: 79 }],
  [79, '达标', { from: 60, to: 79 }],
  [80, '优秀', { from: 80, to: 99 }],
  [100, '满分', { from: 100, to: 100 }],
])('%d points earn %s', (score, certificate, band) => {
  const earned = earnedBy(round, score)
  expect([earned?.certificate, earned?.band]).toEqual([certificate, band])
})

test('it names its round, and the year in Beijing', () => {
  expect(earnedBy(round, 60)).toMatchObject({ roundTitle: '秋季云竞答', year: 2026 })
})

test('a round without certificates gives none', () => {
  expect(earnedBy({ ...round, certificates: [] }, 100)).toBeNull()
})
