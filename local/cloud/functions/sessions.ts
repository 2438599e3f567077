import { randomUUID } from 'node:crypto'
import type { CallEntry } from '../call-log'
import type { Identity } from './identity'

/** A call that is running: what the gateway knows of a request that carries its token. */
export interface Session {
  identity: Identity | null
  source: string
  entry: CallEntry
}

export class Sessions {
  readonly #running = new Map<string, Session>()

  open(session: Session): string {
    const token = randomUUID()
    this.#running.set(token, session)
    return token
  }

  close(token: string): void {
    this.#running.delete(token)
  }

  find(token: string | undefined): Session | undefined {
    return token === undefined ? undefined : this.#running.get(token)
  }
}
