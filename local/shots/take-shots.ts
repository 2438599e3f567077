import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildForLocal } from '../../scripts/build-for-local'
import { paths } from '../../scripts/paths'
import type { Cloud } from '../cloud/start-cloud'
import { startDemoCloud } from '../demo-cloud'
import { Hand } from '../hand'
import { launchBrowser } from '../phone/find-browser'
import { demoMoment } from '../seed/edition-2026'
import { overview } from './overview'
import { scenes } from './scenes'
import { pay, type Round, rounds } from './visits'

/** Each mode is walked by somebody else, so that everyone meets a fresh day. */
const MODES = [
  { mode: 'light', theme: 'light', elder: false, persona: 'lin' },
  { mode: 'dark', theme: 'dark', elder: false, persona: 'zhou' },
  { mode: 'elder', theme: 'light', elder: true, persona: 'zhao' },
] as const

type Mode = (typeof MODES)[number]

async function becomeElder(hand: Hand): Promise<void> {
  await hand.tap('我的')
  await hand.tap('长辈模式')
  await hand.tap('首页')
}

const catalogue = readdirSync(paths.catalogue, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'lists')
  .map(({ name }) => name)

/** All of a page in one picture. */
const contentHeight = (hand: Hand): Promise<number> =>
  hand.page.evaluate(() => {
    const shell = [...document.querySelectorAll('[class*="--shell"]')].at(-1)
    return Math.ceil(shell?.getBoundingClientRect().height ?? 0) + 120
  })

async function walk(browser: Browser, cloud: Cloud, { mode, theme, elder, persona }: Mode): Promise<void> {
  cloud.clock.freeze(demoMoment)
  const pass = (seconds: number) => {
    cloud.clock.freeze(cloud.clock.now() + seconds * 1000)
  }
  const hand = await Hand.hold(browser, { url: cloud.url, persona, theme })
  if (elder) await becomeElder(hand)
  for (const { name, reach } of scenes) {
    await reach(hand, pass)
    await hand.settles()
    await hand.page.screenshot({ path: join(paths.pictures, `${name}-${mode}.png`) })
  }
  for (const page of catalogue) {
    await hand.open(`packages/catalogue/${page}/${page}`)
    await hand.settles()
    await hand.page.setViewportSize({ width: 375, height: await contentHeight(hand) })
    await hand.settles()
    await hand.page.screenshot({ path: join(paths.pictures, `catalogue-${page}-${mode}.png`) })
    await hand.page.setViewportSize({ width: 375, height: 812 })
  }
  for (const trouble of hand.troubles) console.error(`${mode}: ${trouble}`)
  await hand.letGo()
}

async function walkRound(browser: Browser, cloud: Cloud, { persona, visits }: Round, { mode, theme, elder }: Mode) {
  cloud.clock.freeze(demoMoment)
  const hand = await Hand.hold(browser, { url: cloud.url, persona, theme })
  if (elder) await becomeElder(hand)
  for (const visit of visits) {
    await pay(visit, hand)
    await hand.settles()
    await hand.page.screenshot({ path: join(paths.pictures, `${visit.name}-${mode}.png`) })
  }
  for (const trouble of hand.troubles) console.error(`${mode}: ${trouble}`)
  await hand.letGo()
}

/** `npm run shots`: a picture of every page in every mode, and the overview that the README shows. */
async function takeShots(): Promise<void> {
  await buildForLocal()
  await mkdir(paths.pictures, { recursive: true })
  const cloud = await startDemoCloud({
    dataRoot: 'memory',
    port: 0,
    secret: 'pictures are the same every time they are taken',
    units: true,
  })
  const browser = await launchBrowser()
  for (const mode of MODES) {
    await walk(browser, cloud, mode)
    for (const round of rounds) await walkRound(browser, cloud, round, mode)
  }
  await overview(browser, ['home-light', 'play-light', 'result-light', 'home-dark', 'play-elder'])
  await browser.close()
  await cloud.stop()
}

void takeShots()
