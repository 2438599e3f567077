import type { Browser } from 'playwright-core'
import type { Cloud } from '../../local/cloud/start-cloud'
import { startDemoCloud } from '../../local/demo-cloud'
import { Hand, type HeldPhone } from '../../local/hand'
import { launchBrowser } from '../../local/phone/find-browser'
import { demoMoment } from '../../local/seed/edition-2026'

const LARGEST_UPDATE = 16 * 1024

/** The real stack for one file of journeys: the local cloud, the local phone, a browser, and whoever holds phones in it. */
export interface Stage {
  readonly cloud: Cloud
  readonly browser: Browser
  /** `provoked` is what the journey itself makes the browser complain about. */
  hold: (persona: string, phone?: Partial<HeldPhone>, provoked?: RegExp) => Promise<Hand>
}

interface Held {
  hand: Hand
  provoked: RegExp | undefined
}

async function lookBack({ hand, provoked }: Held): Promise<void> {
  expect(hand.troubles.filter(trouble => !provoked?.test(trouble))).toEqual([])
  const largest = (await hand.largestUpdate())?.bytes ?? 0
  expect(largest).toBeGreaterThan(0)
  expect(largest).toBeLessThan(LARGEST_UPDATE)
}

const present = <Part>(part: Part | undefined): Part => {
  if (part === undefined) throw new Error('the stage is not set yet')
  return part
}

/** Whose attempts the desk looks at; nobody plays as they do. */
const ODD_PLAYER = /\.demo-odd-player-/

/** Sets the stage, and after every journey looks whether anything went wrong unseen. */
export function setStage({ units = false } = {}): Stage {
  const held: Held[] = []
  let cloud: Cloud | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    const secret = 'a secret for journeys, long enough to be one'
    cloud = await startDemoCloud({ dataRoot: 'memory', port: 0, secret, units })
    browser = await launchBrowser()
  })
  beforeEach(() => {
    cloud?.clock.freeze(demoMoment)
    const odd =
      cloud?.database.find('quiz_attempts').filter(({ _id }) => typeof _id === 'string' && ODD_PLAYER.test(_id)) ?? []
    cloud?.database.clear('quiz_attempts')
    cloud?.database.insert('quiz_attempts', odd)
  })
  afterEach(async () => {
    const all = held.splice(0)
    for (const each of all) await lookBack(each)
    for (const { hand } of all) await hand.letGo()
  })
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
  })

  return {
    get cloud() {
      return present(cloud)
    },
    get browser() {
      return present(browser)
    },
    async hold(persona, phone = {}, provoked) {
      const hand = await Hand.hold(present(browser), { url: present(cloud).url, persona, scale: 1, ...phone })
      held.push({ hand, provoked })
      return hand
    },
  }
}
