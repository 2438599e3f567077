import type { Activity } from '../../../miniprogram/contract/editions'
import { arrange, offerOf } from '../../../cloudfunctions/editions/rules'

const activity = (kind: Activity['kind'], opensAt: number, closesAt: number): Activity => ({
  kind,
  opensAt,
  closesAt,
  name: kind,
  summary: '',
  theme: '',
  audience: '',
  steps: [],
  contact: '',
})

test('what closes soonest stands first, then what opens soonest, then what closed last', () => {
  const arranged = arrange(
    [
      activity('award-works', 0, 50),
      activity('training', 300, 400),
      activity('quiz', 0, 500),
      activity('experts', 0, 90),
      activity('explainers', 0, 120),
      activity('open-days', 200, 900),
    ],
    100,
  )
  expect(arranged.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
    'explainers open',
    'quiz open',
    'open-days upcoming',
    'training upcoming',
    'experts closed',
    'award-works closed',
  ])
})

describe('the offer of a round', () => {
  const round = {
    opensAt: 100,
    closesAt: 200,
    minutes: 5,
    attemptsPerDay: 3,
    blueprint: [
      { category: 'air' as const, count: 6 },
      { category: 'water' as const, count: 4 },
    ],
  }

  test.each([99, 200])('is none at %d', now => {
    expect(offerOf(round, now)).toBeNull()
  })

  test('adds up the paper while it is open', () => {
    const offer = { questions: 10, categories: ['air', 'water'], minutes: 5, attemptsPerDay: 3, closesAt: 200 }
    expect(offerOf(round, 100)).toEqual(offer)
  })

  test('is none without a round', () => {
    expect(offerOf(null, 100)).toBeNull()
  })
})
