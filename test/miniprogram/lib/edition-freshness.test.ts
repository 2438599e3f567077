import type { Home } from '../../../miniprogram/contract/editions'
import { goodUntil } from '../../../miniprogram/lib/edition-freshness'

const NOW = 1_000_000
const activity = (opensAt: number, closesAt: number) => ({ opensAt, closesAt })

const home = (activities: { opensAt: number; closesAt: number }[], quizClosesAt?: number): Home => ({
  now: NOW,
  edition: { year: 2026, title: '', theme: '' },
  activities: activities.map(window => ({
    kind: 'quiz',
    name: '',
    summary: '',
    theme: '',
    audience: '',
    steps: [],
    requirements: [],
    contact: '',
    attachments: [],
    unit: null,
    changed: null,
    phase: 'open',
    ...window,
  })),
  quiz:
    quizClosesAt === undefined
      ? null
      : {
          round: '',
          title: '',
          questions: 10,
          categories: [],
          minutes: 5,
          attemptsPerDay: 3,
          opensAt: 0,
          closesAt: quizClosesAt,
          certificates: [],
        },
})

test.each([
  ['a minute where nothing changes', home([activity(0, NOW * 2)]), NOW + 60_000],
  ['the next closing', home([activity(0, NOW + 5_000)]), NOW + 5_000],
  ['the next opening', home([activity(NOW + 3_000, NOW * 2)]), NOW + 3_000],
  ['the end of the round', home([activity(0, NOW * 2)], NOW + 1_000), NOW + 1_000],
  ['a minute when all is over', home([activity(0, NOW)], NOW), NOW + 60_000],
])('an edition holds until %s', (_name, answer, until) => {
  expect(goodUntil(answer)).toBe(until)
})
