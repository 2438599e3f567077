import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { scenes } from '../../local/shots/scenes'
import { becomeElder, ENDS, faultsOfLetters, faultsOn, LARGEST_LETTERS, MODES, SCREEN, WIDTHS } from '../support/looks'
import { setStage } from '../support/stage'

const stage = setStage()

const pass = (seconds: number) => {
  stage.cloud.clock.freeze(stage.cloud.clock.now() + seconds * 1000)
}

/** The catalogue shows a picture that cannot be had, too. */
const BROKEN_PICTURE = /404/

const CATALOGUE = readdirSync(join(__dirname, '..', '..', 'local', 'catalogue'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => `packages/catalogue/${name}/${name}`)

describe.each(MODES)('every component, $mode', ({ theme, elder }) => {
  test('is whole in every state and at every width, can be hit, read, and named', async () => {
    const hand = await stage.hold('lin', { theme, motion: 'reduce' }, BROKEN_PICTURE)
    if (elder) await becomeElder(hand)
    const found: string[] = []
    for (const page of CATALOGUE) {
      await hand.turnTo(page)
      const faults = await faultsOn(hand, elder, elder ? ENDS : WIDTHS)
      found.push(...faults.map(fault => `${page}: ${fault}`))
    }
    expect(CATALOGUE.length).toBeGreaterThan(3)
    expect(found).toEqual([])
  })
})

test('a list of a thousand rows keeps few nodes, and its rows can be tapped wherever one has scrolled', async () => {
  const hand = await stage.hold('lin')
  await hand.open('packages/catalogue/lists/lists')
  await hand.sees('第 1 行')
  await hand.page.mouse.move(180, 400)
  let most = 0
  const end = hand.reading('到底了')
  while (!(await end.isVisible()) || ((await end.boundingBox())?.y ?? Infinity) > SCREEN) {
    await hand.page.mouse.wheel(0, 2500)
    await hand.page.waitForTimeout(40)
    most = Math.max(most, await hand.page.evaluate(() => document.querySelectorAll('[class*="--shell"] *').length))
  }
  await hand.tap('第 1000 行')
  await hand.sees('点了第 999 号')
  expect(most).toBeLessThan(600)
})

test('nothing on home moves once it is there', async () => {
  const hand = await stage.hold('lin')
  await hand.sees('开始竞答')
  await hand.settles()
  const moved = await hand.page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => {
          resolve(list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0))
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(resolve, 300, 0)
      }),
  )
  expect(moved).toBeLessThan(0.01)
})

describe.each(MODES)('every page, $mode', ({ theme, elder }) => {
  test('is whole at every width, can be hit, read, and named', async () => {
    const hand = await stage.hold('lin', { theme, motion: 'reduce' })
    if (elder) await becomeElder(hand)
    const found: string[] = []
    for (const { name, reach } of scenes) {
      await reach(hand, pass)
      const faults = await faultsOn(hand, elder, elder ? ENDS : WIDTHS)
      found.push(...faults.map(fault => `${name}: ${fault}`))
    }
    expect(found).toEqual([])
  })
})

test('every page and component bears the largest letters of the phone', async () => {
  const hand = await stage.hold('lin', { fontScale: LARGEST_LETTERS, motion: 'reduce' }, BROKEN_PICTURE)
  const found: string[] = []
  const look = async (name: string) => {
    found.push(...(await faultsOfLetters(hand, WIDTHS)).map(fault => `${name}: ${fault}`))
  }
  for (const { name, reach } of scenes) {
    await reach(hand, pass)
    await look(name)
  }
  for (const page of CATALOGUE) {
    await hand.turnTo(page)
    await look(page)
  }
  expect(found).toEqual([])
})
