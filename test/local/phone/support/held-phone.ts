import type { Browser, BrowserContext, Page } from 'playwright-core'

declare global {
  interface Window {
    /** what the fixture's phone has in its window, for code that a test runs there */
    wx: {
      cloud: { callFunction(call: { name: string }): Promise<unknown> }
      setStorageSync(key: string, value: unknown): void
      getStorageSync(key: string): unknown
      getAppBaseInfo(): { fontSizeScaleFactor: number }
      createOffscreenCanvas(options: object): object
      canvasToTempFilePath(options: object): Promise<{ tempFilePath: string }>
      saveImageToPhotosAlbum(options: object): Promise<unknown>
    }
  }
}

export interface PhoneOptions {
  persona?: string
  theme?: 'light' | 'dark'
  network?: 'on' | 'off'
  fontScale?: number
  hasTouch?: boolean
  reducedMotion?: 'reduce' | 'no-preference'
}

/** A phone in a browser, with everything it asks for and complains about. */
export class HeldPhone {
  readonly requests: string[] = []
  /** addresses that the page's own policy kept from being asked for */
  readonly blocked: string[] = []
  readonly consoleErrors: string[] = []
  /** a test that provokes errors says so */
  mayComplain = false

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('request', request => this.requests.push(request.url()))
    page.on('requestfailed', request => {
      if (request.failure()?.errorText === 'csp') this.blocked.push(request.url())
    })
    page.on('console', message => {
      if (message.type() === 'error') this.consoleErrors.push(message.text())
    })
    page.on('pageerror', error => this.consoleErrors.push(error.message))
  }

  static async open(browser: Browser, url: string, path: string, options: PhoneOptions = {}): Promise<HeldPhone> {
    const { persona = 'lin', theme = 'light', network = 'on', fontScale = 1, hasTouch = false } = options
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      reducedMotion: options.reducedMotion ?? 'reduce',
      hasTouch,
    })
    const phone = new HeldPhone(context, await context.newPage(), url)
    const query = new URLSearchParams({ persona, theme, network, path, fontScale: String(fontScale) })
    await phone.page.goto(`${url}/phone/?${query.toString()}`)
    await phone.page.waitForFunction(() => window.phone.pagePath() !== '')
    return phone
  }

  close(): Promise<void> {
    return this.context.close()
  }

  /** Runs JavaScript in the page, where `wx` is. */
  run<Result>(code: string): Promise<Result> {
    return this.page.evaluate<Result>(code)
  }

  text(selector: string): Promise<string> {
    return this.page.locator(selector).innerText()
  }

  css(selector: string, property: string): Promise<string> {
    return this.page
      .locator(selector)
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  }

  errors(): Promise<string[]> {
    return this.page.evaluate(() => [...window.phone.errors])
  }

  warnings(): Promise<string[]> {
    return this.page.evaluate(() => [...window.phone.warnings])
  }

  async complaints(): Promise<string[]> {
    return [...(await this.errors()), ...this.consoleErrors]
  }

  /** What app, pages and components of the fixture have noted so far. */
  life(): Promise<string[]> {
    return this.run('[...lifeLines]')
  }

  /** Waits until the fixture has noted a line. */
  async lived(line: string): Promise<void> {
    // A function, not text: the page's own policy forbids to evaluate text while waiting.
    await this.page.waitForFunction(wished => {
      const lines: unknown = Reflect.get(globalThis, 'lifeLines')
      return Array.isArray(lines) && lines.includes(wished)
    }, line)
  }

  path(): Promise<string> {
    return this.page.evaluate(() => window.phone.pagePath())
  }

  async isAt(path: string): Promise<void> {
    await this.page.waitForFunction(wished => window.phone.pagePath() === wished, path)
  }

  /** Addresses outside the phone's own server that were really asked for. */
  stray(): string[] {
    const isOwn = (request: string) => request.startsWith(this.url) || /^(data|blob):/.test(request)
    return this.requests.filter(request => !isOwn(request) && !this.blocked.includes(request))
  }
}
