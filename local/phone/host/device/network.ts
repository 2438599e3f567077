import { Listeners } from './listeners'

/** Whether the phone has a network. Requests under way when it goes are cut, as on a phone. */
export class Network {
  readonly onChange = new Listeners<[isOnline: boolean]>()
  private cut = new AbortController()

  constructor(private online: boolean) {}

  get isOnline(): boolean {
    return this.online
  }

  set(online: boolean): void {
    if (online === this.online) return
    this.online = online
    if (online) this.cut = new AbortController()
    else this.cut.abort()
    this.onChange.tell(online)
  }

  /** @throws when there is no network, when it goes while waiting, or when nobody answers */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    if (!this.online) throw new TypeError('net::ERR_INTERNET_DISCONNECTED')
    return fetch(path, { ...init, signal: this.cut.signal })
  }
}
