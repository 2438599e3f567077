import fc from 'fast-check'
import { practice } from '../../../miniprogram/contract/practice'
import { logLines, MOST_REVIEWS, starLines } from '../../../miniprogram/contract/practice-logs'
import { REQUEST_LIMIT } from '../../../miniprogram/contract/rpc'
import { DAY, MINUTE, SECOND } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { type Network, type OwnPhone, ownPhone } from './own-phones'

jest.setTimeout(60_000)

const real = globalThis.setTimeout

/** Waits between tries are as long as on a phone, but nobody waits for them here. */
function hurried(then: () => void, after = 0): NodeJS.Timeout {
  const timer = real(then, after < 2 * SECOND ? 0 : after)
  return after < 2 * SECOND ? timer : timer.unref()
}

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
  Object.assign(globalThis, { setTimeout: hurried })
})
afterAll(async () => {
  Object.assign(globalThis, { setTimeout: real })
  await demo.cloud.stop()
})

let now = demoMoment
const pass = (milliseconds: number) => {
  now += milliseconds
  demo.cloud.clock.freeze(now)
}
beforeEach(() => {
  demo.cloud.database.clear('practice_cards')
  now = demoMoment
  pass(0)
  jest.spyOn(Date, 'now').mockImplementation(() => now)
})
afterEach(() => {
  jest.restoreAllMocks()
})

/** A person who has consented. */
const KNOWN = 'zhou'

const stored = (persona = KNOWN) => demo.cloud.database.find('practice_cards', { _id: openIdOf(persona) })
const linesOf = (phone: OwnPhone) => phone.on(({ cardLogs }) => logLines(cardLogs()))
const sync = (phone: OwnPhone) => phone.on(({ syncQuietly }) => syncQuietly())
function practise(phone: OwnPhone, question: string, rating: 1 | 2 | 3 | 4): void {
  phone.on(({ recordReview, settleReview }) => {
    recordReview(question, rating)
    settleReview()
  })
}

type Step =
  | { phone: 0 | 1; does: 'practise'; question: string; rating: 1 | 2 | 3 | 4 }
  | { phone: 0 | 1; does: 'star'; question: string; starred: boolean }
  | { phone: 0 | 1; does: 'sync'; network: Network }
  | { phone: 0 | 1; does: 'restart' }

const phoneIndex = fc.constantFrom<0 | 1>(0, 1)
const questionId = fc.constantFrom('air-01', 'air-02', 'water-01')
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({
      phone: phoneIndex,
      does: fc.constant('practise' as const),
      question: questionId,
      rating: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      phone: phoneIndex,
      does: fc.constant('star' as const),
      question: questionId,
      starred: fc.boolean(),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      phone: phoneIndex,
      does: fc.constant('sync' as const),
      network: fc.constantFrom<Network>('on', 'off', 'answers-lost'),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ phone: phoneIndex, does: fc.constant('restart' as const) }), weight: 1 },
)

async function take(phones: readonly [OwnPhone, OwnPhone], step: Step): Promise<void> {
  const phone = phones[step.phone]
  if (step.does === 'practise') practise(phone, step.question, step.rating)
  if (step.does === 'star')
    phone.on(({ star }) => {
      star(step.question, step.starred)
    })
  if (step.does === 'restart') phone.restart()
  if (step.does === 'sync') {
    phone.network = step.network
    await sync(phone)
  }
}

test('two phones, whatever they do in whatever order and whichever answers are lost, come to hold the same, each answer once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async steps => {
      demo.cloud.database.clear('practice_cards')
      const phones = [ownPhone(demo, KNOWN), ownPhone(demo, KNOWN)] as const
      for (const one of steps) {
        pass(1000)
        await take(phones, one)
      }
      for (const phone of phones) phone.network = 'on'
      for (const phone of [...phones, phones[0]]) {
        phone.restart()
        expect(await sync(phone)).toBe(true)
      }
      const answers = steps.filter(({ does }) => does === 'practise').length
      const held = phones[0].on(({ cardLogs }) => [...cardLogs().values()].flat().length)
      expect(held).toBe(answers)
      expect(linesOf(phones[1])).toEqual(linesOf(phones[0]))
      expect(phones[1].on(({ starredQuestions }) => starredQuestions().sort())).toEqual(
        phones[0].on(({ starredQuestions }) => starredQuestions().sort()),
      )
      expect(stored()[0]?.['cards'] ?? []).toEqual(linesOf(phones[0]))
    }),
    { numRuns: 15 },
  )
})

test('thirty days of fifty answers without network are told in requests under 64 KB, and none is missing', async () => {
  const phone = ownPhone(demo, KNOWN)
  phone.network = 'off'
  for (let day = 0; day < 30; day++) {
    pass(DAY)
    for (let i = 0; i < 50; i++) {
      pass(MINUTE)
      practise(phone, `air-${String(((day * 50 + i) % 300) + 100)}`, 3)
    }
  }
  phone.network = 'on'
  expect(await sync(phone)).toBe(true)
  expect(Math.max(...phone.sent)).toBeLessThan(REQUEST_LIMIT)
  const other = ownPhone(demo, KNOWN)
  await sync(other)
  expect(other.on(({ cardLogs }) => [...cardLogs().values()].flat().length)).toBe(1500)
})

test('the most a person can ever hold is one document well below the limits of the platform', async () => {
  const distinct = Array.from({ length: MOST_REVIEWS }, (_, i) => `mfk3z9a1${String(i).padStart(3, '0')}3`).join('')
  const lines = Array.from({ length: 90 }, (_, i) => `biodiversity-${1000 + i} ${distinct}`)
  await demo.ask(KNOWN, practice.syncCards, { known: 0, cards: lines, stars: [] })
  const bytes = Buffer.byteLength(JSON.stringify(stored()[0]))
  expect((bytes / 90) * 1000).toBeLessThan(400_000)
})

test('answers dated ahead by a wrong clock are not taken until they are dated back; then they count', async () => {
  const phone = ownPhone(demo, KNOWN)
  await sync(phone)
  now += 3 * DAY // somebody has turned the phone's clock
  practise(phone, 'air-01', 1)
  now -= 3 * DAY
  practise(phone, 'air-02', 3)
  expect(await sync(phone)).toBe(true)
  expect(stored()[0]?.['cards']).toEqual(linesOf(phone))
  const times = phone.on(({ cardLogs }) => [...cardLogs().values()].flat().map(({ at }) => at))
  expect(times).toHaveLength(2)
  expect(times.every(at => at <= demoMoment + MINUTE)).toBe(true)
})

test('how easy it was can still be said until one goes on, and only then it is told', async () => {
  const phone = ownPhone(demo, KNOWN)
  phone.on(({ recordReview }) => {
    recordReview('air-01', 3)
  })
  await sync(phone)
  expect(stored()).toEqual([])
  phone.on(({ rerate, settleReview }) => {
    rerate(4)
    settleReview()
    rerate(2)
  })
  await sync(phone)
  expect(stored()[0]?.['cards']).toEqual(linesOf(phone))
  expect(linesOf(phone)[0]).toMatch(/^air-01 .{11}4$/)
})

test('who has not consented practises all the same; nothing is told, nothing is stored', async () => {
  const phone = ownPhone(demo, 'lin')
  practise(phone, 'air-01', 3)
  expect(await sync(phone)).toBe(false)
  expect(demo.cloud.database.find('practice_cards')).toEqual([])
  expect(await demo.refusal('lin', practice.syncCards, { known: 0, cards: linesOf(phone), stars: [] })).toBe(
    'consent-missing',
  )
  phone.restart()
  expect(linesOf(phone)).toHaveLength(1)
})

test('nobody’s practice reaches anybody else', async () => {
  const phone = ownPhone(demo, KNOWN)
  practise(phone, 'air-01', 1)
  await sync(phone)
  const { state } = await demo.ask('shuozhou', practice.syncCards, { known: 7, cards: [], stars: [] })
  expect(state).toEqual({ cards: [], stars: [] })
  expect(stored()[0]?.['cards']).toHaveLength(1)
})

test.each([
  ['a line that is none', ['air-01']],
  ['a rating that does not exist', ['air-01 mfk3z9a1x7q9']],
  ['an object', [{ question: 'air-01' }]],
])('refuses %s', async (_name, cards) => {
  const event = { procedure: 'practice.syncCards', input: { known: 0, cards, stars: [] }, key: newKey() }
  const reply = await demo.send(KNOWN, 'practice', event)
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})

test('favourites are told like answers, and the later mark holds', async () => {
  const [one, other] = [ownPhone(demo, KNOWN), ownPhone(demo, KNOWN)]
  one.on(({ star }) => {
    star('air-01', true)
  })
  await sync(one)
  await sync(other)
  pass(SECOND)
  other.on(({ star }) => {
    star('air-01', false)
  })
  await sync(other)
  one.restart()
  await sync(one)
  expect(one.on(({ isStarred }) => isStarred('air-01'))).toBe(false)
  expect(stored()[0]?.['stars']).toEqual(starLines(new Map([['air-01', { at: demoMoment + SECOND, starred: false }]])))
})
