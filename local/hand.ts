import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { DataUpdate } from './phone/phone-api'

export interface HeldPhone {
  url: string
  persona: string
  theme?: 'light' | 'dark'
  network?: 'on' | 'off'
  /** Points of the screen; a common phone by default. */
  width?: number
  height?: number
  /** Pictures' pixels to a point. */
  scale?: number
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
    readonly page: Page,
    /** What went wrong so far, in order. */
    readonly troubles: readonly string[],
  ) {}

  static async hold(browser: Browser, phone: HeldPhone): Promise<Hand> {
    const { url, persona, theme = 'light', network = 'on', width = 375, height = 812, scale = 2 } = phone
    const viewport = { width, height }
    const context = await browser.newContext({ viewport, deviceScaleFactor: scale, hasTouch: true, locale: 'zh-CN' })
    const page = await context.newPage()
    const troubles = troublesOf(page, url)
    await page.goto(`${url}/phone/?persona=${persona}&theme=${theme}&network=${network}`)
    return new Hand(context, page, troubles)
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
