import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core'
import type { DataUpdate, KeptThing } from './phone/phone-api'
import { requestsUnderWay, settled } from './settled'

export interface HeldPhone {
  url: string
  persona: string
  theme?: 'light' | 'dark'
  network?: 'on' | 'off'
  /** The size of letters that is set in WeChat; 1 is usual. */
  fontScale?: number
  /** Points of the screen; a common phone by default. */
  width?: number
  height?: number
  /** What its owner has set for things that move. */
  motion?: 'no-preference' | 'reduce'
  /** Pictures' pixels to a point. */
  scale?: number
}

/** A file as the computer has it. */
interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Gathers whatever goes wrong on a page, through every reload of it: errors, console errors, requests to elsewhere. */
export function troublesOf(page: Page, url: string): string[] {
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('request', request => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      troubles.push(`asked for ${request.url()}`)
  })
  return troubles
}

/** A hand with a local phone in it: it taps what it reads, as a person does. */
export class Hand {
  private constructor(
    private readonly context: BrowserContext,
    private readonly address: string,
    readonly page: Page,
    /** What went wrong so far, in order. */
    readonly troubles: readonly string[],
    private readonly underWay: ReadonlySet<Request>,
  ) {}

  static async hold(browser: Browser, phone: HeldPhone): Promise<Hand> {
    const { url, persona, theme = 'light', network = 'on', fontScale = 1, width = 375, height = 812 } = phone
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: phone.scale ?? 2,
      reducedMotion: phone.motion ?? 'no-preference',
      hasTouch: true,
      locale: 'zh-CN',
    })
    const page = await context.newPage()
    const troubles = troublesOf(page, url)
    const underWay = requestsUnderWay(page)
    const address = `${url}/phone/?persona=${persona}&theme=${theme}&network=${network}&fontScale=${fontScale}`
    await page.goto(address)
    return new Hand(context, address, page, troubles, underWay)
  }

  /** Whatever on the screen reads like this, the last one where there are several: the footer is below the content. */
  reading(text: string): Locator {
    return this.page.getByText(text, { exact: true }).filter({ visible: true }).last()
  }

  role(role: 'button' | 'radio' | 'checkbox' | 'switch' | 'timer', name?: string | RegExp): Locator {
    return this.page.getByRole(role, name === undefined ? {} : { name })
  }

  async tap(text: string): Promise<void> {
    await this.reading(text).tap()
  }

  async sees(text: string): Promise<void> {
    await this.reading(text).waitFor({ state: 'visible' })
  }

  /** Like `sees`, for a sentence of which only a part is fixed. */
  async seesPart(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).last().waitFor({ state: 'visible' })
  }

  /** Waits until nothing is on its way to the screen any more. */
  settles(): Promise<void> {
    return settled(this.page, this.underWay)
  }

  /** Starts the app anew on a page, as a scanned code does. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}&path=${encodeURIComponent(path)}`)
  }

  /** Goes to a page in the app that is running, from wherever it is. */
  async turnTo(path: string): Promise<void> {
    await this.page.waitForFunction(() => window.phone.pagePath() !== '')
    await this.page.evaluate(url => window.phone.reLaunch(url), `/${path}`)
  }

  async goBack(): Promise<void> {
    await this.page.getByRole('button', { name: '返回', exact: true }).last().tap()
  }

  async loseNetwork(): Promise<void> {
    await this.page.evaluate(() => {
      window.phone.goOffline()
    })
  }

  async findNetwork(): Promise<void> {
    await this.page.evaluate(() => {
      window.phone.goOnline()
    })
  }

  /** Does something that opens the computer's dialog for files, and chooses these there. */
  async chooses(files: ChosenFile[], act: () => Promise<void>): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), act()])
    await chooser.setFiles(files)
  }

  /** What the engine found odd in the mini-program's own templates and code since the page was loaded. */
  warnings(): Promise<string[]> {
    return this.page.evaluate(() => [...window.phone.warnings])
  }

  /** What the mini-program handed to the telephone so far: pictures, documents, dates, calls. */
  kept(): Promise<KeptThing[]> {
    return this.page.evaluate(() => [...window.phone.kept])
  }

  /** Turns the wheels of the picker on the screen to these texts, and agrees. */
  async picks(...texts: string[]): Promise<void> {
    const sheet = this.page.getByRole('dialog')
    for (const [column, text] of texts.entries())
      await sheet.getByRole('listbox').nth(column).getByRole('option', { name: text, exact: true }).tap()
    await sheet.getByRole('button', { name: '确定', exact: true }).tap()
  }

  /** Path of the page on the screen. */
  where(): Promise<string> {
    return this.page.evaluate(() => window.phone.pagePath())
  }

  /** The most data one setData has carried since the page was loaded. */
  largestUpdate(): Promise<DataUpdate | undefined> {
    return this.page.evaluate(() => window.phone.largestUpdate())
  }

  async letGo(): Promise<void> {
    await this.context.close()
  }
}
