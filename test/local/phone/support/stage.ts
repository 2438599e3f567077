import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../../local/phone/find-browser'
import { HeldPhone, type PhoneOptions } from './held-phone'
import { PhoneServer } from './phone-server'

/**
 * One server and one browser for a file of tests, and phones that are put away after each test: nothing may have gone
 * wrong on them, and nothing may have left the machine.
 */
export class Stage {
  server!: PhoneServer
  browser!: Browser
  private readonly phones: HeldPhone[] = []

  /** Registers the file's beforeAll, afterEach and afterAll. */
  static forFile(): Stage {
    const stage = new Stage()
    beforeAll(async () => {
      ;[stage.server, stage.browser] = await Promise.all([PhoneServer.start(), launchBrowser()])
    }, 60_000)
    afterEach(() => stage.clear())
    afterAll(async () => {
      await stage.browser.close()
      await stage.server.stop()
    })
    return stage
  }

  async open(path: string, options: PhoneOptions = {}): Promise<HeldPhone> {
    const phone = await HeldPhone.open(this.browser, this.server.url, path, options)
    this.phones.push(phone)
    return phone
  }

  private async clear(): Promise<void> {
    const phones = this.phones.splice(0)
    const quiet = phones.filter(phone => !phone.mayComplain)
    const complaints = await Promise.all(quiet.map(phone => phone.complaints()))
    const warnings = await Promise.all(quiet.map(phone => phone.warnings()))
    await Promise.all(phones.map(phone => phone.close()))
    expect(complaints.flat()).toEqual([])
    expect(warnings.flat()).toEqual([])
    expect(phones.flatMap(phone => phone.stray())).toEqual([])
  }
}
