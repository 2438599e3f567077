import { rendered, textAt } from '../../support/simulated'

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  jest.useRealTimers()
})

const countdown = (properties: object) => {
  const shown = rendered('countdown', { label: '剩余时间', ...properties })
  const rings: string[] = []
  shown.component.addEventListener('over', () => rings.push('over'))
  return { ...shown, rings, text: () => textAt(shown, '.countdown') }
}

test('counts by the server’s clock, which may be before the phone’s', () => {
  expect(countdown({ ahead: 30_000, until: 1_000_000 + 132_000 }).text()).toBe('01:42')
})

test('ticks down and rings once', () => {
  const { text, rings } = countdown({ ahead: 0, until: 1_000_000 + 2_000 })
  expect(text()).toBe('00:02')
  jest.advanceTimersByTime(1_000)
  expect([text(), rings]).toEqual(['00:01', []])
  jest.advanceTimersByTime(60_000)
  expect([text(), rings]).toEqual(['00:00', ['over']])
})

test('that is over when it is shown rings at once', () => {
  const { rings } = countdown({ ahead: 0, until: 900_000 })
  jest.advanceTimersByTime(1_000)
  expect(rings).toEqual(['over'])
})
