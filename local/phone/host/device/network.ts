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

  /** Posts bytes and answers the text that comes back; only this kind of request tells how far it has come. */
  async send(
    path: string,
    bytes: BufferSource,
    headers: Record<string, string>,
    tell: (sent: number) => void,
    stop: AbortSignal,
  ): Promise<string> {
    if (!this.online) throw new TypeError('net::ERR_INTERNET_DISCONNECTED')
    const signal = AbortSignal.any([this.cut.signal, stop])
    const interruption = () => new DOMException(stop.aborted ? 'abort' : 'net::ERR_NETWORK_CHANGED', 'AbortError')
    if (signal.aborted) throw interruption()
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', path)
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded }) => {
        tell(loaded)
      }
      request.onload = () => {
        resolve(request.responseText)
      }
      request.onerror = () => {
        reject(new TypeError('net::ERR_FAILED'))
      }
      request.onabort = () => {
        reject(interruption())
      }
      signal.addEventListener('abort', () => {
        request.abort()
      })
      request.send(bytes)
    })
  }
}
