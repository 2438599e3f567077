import type { Browser } from 'playwright-core'
import type { Cloud } from '../../local/cloud/start-cloud'
import { startDemoCloud } from '../../local/demo-cloud'
import { Hand, type HeldPhone } from '../../local/hand'
import { launchBrowser } from '../../local/phone/find-browser'
import { demoMoment } from '../../local/seed/edition-2026'

const LARGEST_UPDATE = 16 * 1024

/** The real stack for one file of journeys: the local cloud, the local phone, a browser, and whoever holds phones in it. */
export interface Stage {
  cloud: Cloud
  browser: Browser
  hold: (persona: string, phone?: Partial<HeldPhone>) => Promise<Hand>
}

/** Sets the stage, and after every journey looks whether anything went wrong unseen. */
export function setStage(): Stage {
  const hands: Hand[] = []
  const parts: { cloud?: Cloud; browser?: Browser } = {}
  const part = <Name extends keyof Stage>(name: Name, value: Stage[Name] | undefined): Stage[Name] => {
    if (!value) throw new Error(`the ${name} is not there yet`)
    return value
  }

  beforeAll(async () => {
    parts.cloud = await startDemoCloud({
      dataRoot: 'memory',
      port: 0,
      secret: 'a secret for journeys, long enough to be one',
    })
    parts.browser = await launchBrowser()
  })
  beforeEach(() => {
    parts.cloud?.clock.freeze(demoMoment)
    parts.cloud?.database.clear('quiz_attempts')
  })
  afterEach(async () => {
    for (const hand of hands.splice(0)) {
      expect(hand.strayRequests).toEqual([])
      expect(await hand.errors()).toEqual([])
      const largest = (await hand.largestUpdate())?.bytes ?? 0
      expect(largest).toBeGreaterThan(0)
      expect(largest).toBeLessThan(LARGEST_UPDATE)
      await hand.letGo()
    }
  })
  afterAll(async () => {
    await parts.browser?.close()
    await parts.cloud?.stop()
  })

  return {
    get cloud() {
      return part('cloud', parts.cloud)
    },
    get browser() {
      return part('browser', parts.browser)
    },
    async hold(persona, phone = {}) {
      const { browser, cloud } = parts
      if (!browser || !cloud) throw new Error('the stage is not set yet')
      const hand = await Hand.hold(browser, { url: cloud.url, persona, scale: 1, ...phone })
      hands.push(hand)
      return hand
    },
  }
}
