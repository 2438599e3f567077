import axe, { type AxeResults } from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { troublesOf } from '../../../local/hand'
import { launchBrowser } from '../../../local/phone/find-browser'
import { eventually } from '../../support/eventually'
import { keepFile, startInspected, STING } from './support/inspected'

jest.setTimeout(30_000)

const NOON = Date.parse('2026-09-21T12:00:00+08:00')

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let page: Page
let troubles: string[]

beforeAll(async () => {
  const [started, launched] = await Promise.all([startInspected(), launchBrowser()])
  cloud = started.cloud
  stop = started.stop
  browser = launched
})
afterAll(async () => {
  await browser.close()
  await stop()
})
beforeEach(() => {
  cloud.clock.freeze(NOON)
  cloud.database.clear('notes')
})
afterEach(async () => {
  await page.context().close()
  expect(troubles).toEqual([])
})

async function open(place: string, { width = 1280, dark = false } = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' })
  page = await context.newPage()
  troubles = troublesOf(page, cloud.url)
  await page.goto(`${cloud.url}/inspect#/${place}`)
}

const row = (text: string): Locator => page.locator('.row', { hasText: text })
const button = (name: string): Locator => page.getByRole('button', { name, exact: true })

/** What a sting would have left behind: an element of its own, or a mark on the window. */
const stung = () =>
  page.evaluate(() => ['stung' in window, document.querySelectorAll('img, body script, [onerror]').length])

test('what stands in documents, ids, logs, messages and file names stays text', async () => {
  cloud.database.insert('notes', [{ _id: STING, [STING]: STING, deep: { list: [STING, { [STING]: 1 }] } }])
  await cloud.call('li', 'gossip', {})
  const message = { toUser: STING, template: 't', page: 'p', functionName: 'gossip', fields: { thing1: STING } }
  cloud.outbox.keep(NOON, message)
  await keepFile(cloud, `works/${STING.replaceAll('/', '|')}.pdf`, 'a note')
  const shown: [string, string, number][] = [
    ['collections/notes', STING, 11],
    ['calls', '<script>stung=2</script>', 1],
    ['messages', STING, 3],
    ['files', STING.replaceAll('/', '|'), 1],
  ]
  await open('collections')
  for (const [place, text, times] of shown) {
    await page.goto(`${cloud.url}/inspect#/${place}`)
    await page.locator('.row, .file').first().waitFor()
    for (const summary of await page.locator('.row > summary').all()) await summary.click()
    await page.waitForFunction(([wanted, count]) => document.body.innerText.split(wanted).length > count, [
      text,
      times,
    ] as const)
    expect([place, await stung()]).toEqual([place, [false, 0]])
  }
  // So that the question above could have been answered otherwise.
  await page.evaluate(() => {
    document.body.append(document.createElement('img'))
  })
  expect(await stung()).toEqual([false, 1])
})

test('a developer finds a document with the keyboard alone', async () => {
  cloud.database.insert('notes', [
    { _id: 'one', state: 'open', startedAt: NOON },
    { _id: 'two', state: 'closed', parts: { list: ['a', { b: [1, 2] }] } },
  ])
  await open('collections')
  await page.getByRole('link', { name: 'notes' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('That is all: 2.').waitFor()
  await page.getByLabel('Query, as JSON').focus()
  await page.keyboard.type('{"state":"open"}')
  await page.keyboard.press('Enter')
  await page.getByText('That is all: 1.').waitFor()
  expect(page.url()).toBe(`${cloud.url}/inspect#/collections/notes?query=%7B%22state%22%3A%22open%22%7D`)
  await row('one').locator('> summary').focus()
  await page.keyboard.press('Enter')
  await page.getByText('2026-09-21 12:00:00 Beijing').waitFor()
  await page.goBack()
  await page.getByText('That is all: 2.').waitFor()
})

test('large documents unfold part by part, and a query that is wrong is answered in a sentence', async () => {
  const parts = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`part${at}`, { text: `text ${at} `.repeat(20) }]),
  )
  cloud.database.insert('notes', [{ _id: 'large', parts }])
  await open('collections/notes')
  await row('large').locator('> summary').click()
  const folded = page.locator('.json summary', { hasText: 'parts: { 40 }' })
  await folded.waitFor()
  expect(await page.getByText('part39', { exact: true }).count()).toBe(0)
  await folded.click()
  await page.getByText('part39', { exact: true }).waitFor()
  await page.getByLabel('Query, as JSON').fill('{"a":{"$near":1}}')
  troubles.length = 0
  await button('Find').click()
  await eventually(() => page.getByRole('alert').textContent(), 'unknown query operator $near')
  expect(troubles.splice(0)).toEqual([
    'Failed to load resource: the server responded with a status of 400 (Bad Request)',
  ])
})

test('the log follows, and what is open stays open', async () => {
  await open('calls')
  await cloud.call('li', 'gossip', { refuses: true })
  await row('not-today').first().locator('> summary').click()
  await row('not-today').first().getByText('It printed nothing.').or(page.getByText('outcome: "not-today"')).waitFor()
  await cloud.call('li', 'unheard-of', {})
  await row('unheard-of').waitFor()
  await eventually(() => page.locator('.row').first().locator('b').textContent(), 'unheard-of')
  await eventually(() => page.locator('.row[open] b').allTextContents(), ['gossip.tell'])
  await button('Follow').click()
  await eventually(() => button('Follow').getAttribute('aria-pressed'), 'false')
})

test('counters begin anew at the mark', async () => {
  await cloud.call('li', 'gossip', {})
  await open('counters')
  const calls = page.locator('.figure-card', { hasText: 'function calls' }).locator('b')
  await page.getByText('By procedure').waitFor()
  await button('Set the mark here').click()
  await page.getByText('Since the mark at 2026-09-21 12:00:00, Beijing.').waitFor()
  await eventually(() => calls.textContent(), '0')
  await cloud.call('li', 'gossip', {})
  await page.getByRole('row', { name: 'gossip.tell 1 0 0' }).waitFor()
  await eventually(() => calls.textContent(), '1')
})

test('the clock is set in Beijing time, frozen and let go', async () => {
  await open('clock')
  const field = page.getByLabel('Beijing time', { exact: true })
  await page.waitForFunction(() => document.querySelector('input')?.value.startsWith('2026-09-21T12:00'))
  await field.fill('2026-11-05T23:59:30')
  await button('Freeze there').click()
  await page.locator('.clock .chip', { hasText: 'frozen' }).waitFor()
  await page.locator('output', { hasText: '2026-11-05 23:59:30' }).waitFor()
  await eventually(() => cloud.clock.state(), { mode: 'frozen', now: Date.parse('2026-11-05T23:59:30+08:00') })
  await button('+ 1 day').click()
  await page.locator('output', { hasText: '2026-11-06 23:59:30' }).waitFor()
  await button('Back to real time').click()
  await page.locator('.clock .chip', { hasText: 'real time' }).waitFor()
  await eventually(() => cloud.clock.state().mode, 'real')
})

test('faults are set in per cent and put off at once', async () => {
  await open('faults')
  await page.getByText('all off', { exact: true }).waitFor()
  await page.getByLabel('Call delayed, %').fill('25')
  await button('Set').click()
  await page.locator('.chip', { hasText: /^on$/ }).waitFor()
  await eventually(
    () => cloud.faults.settings(),
    expect.objectContaining({ delay: 0.25, dropBefore: 0, delayMilliseconds: 200 }),
  )
  await button('All off').click()
  await page.getByText('all off', { exact: true }).waitFor()
  await eventually(() => cloud.faults.settings().delay, 0)
})

const PLACES = ['collections', 'collections/notes', 'calls', 'counters', 'files', 'messages', 'clock', 'faults']

test.each([
  ['wide', { width: 1280 }],
  ['narrow', { width: 430 }],
  ['dark', { width: 1280, dark: true }],
])('%s, every page can be read by everyone and none is wider than the window', async (_name, size) => {
  cloud.database.insert('notes', [{ _id: 'a-name-that-goes-on-and-on-'.repeat(8), text: 'and on '.repeat(100) }])
  await cloud.call('li', 'gossip', {})
  await open('collections', size)
  await page.evaluate(() => document.fonts.ready)
  // The page's own rules let no foreign code in; the judge comes by the browser's own door.
  await page.evaluate(axe.source)
  for (const place of PLACES) {
    await page.goto(`${cloud.url}/inspect#/${place}`)
    await page.waitForLoadState('networkidle')
    for (const summary of await page.locator('.row > summary').all()) await summary.click()
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, { resultTypes: ['violations'] })`)
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${place}: ${id} ${html.slice(0, 120)}`),
    )
    expect(found).toEqual([])
    await eventually(
      async () => [place, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)],
      [place, 0],
    )
  }
})
