import * as v from 'valibot'
import { numberOf, type Row, type Sqlite, textOf } from '../database/sqlite'

const Sent = v.object({
  toUser: v.string(),
  template: v.string(),
  /** where a tap on the message leads */
  page: v.string(),
  /** field, such as `thing1`, then text */
  fields: v.record(v.string(), v.string()),
  /** the function that sent it */
  functionName: v.string(),
})

type Message = v.InferOutput<typeof Sent>

export interface SentMessage extends Message {
  /** epoch milliseconds of the cloud's clock */
  sentAt: number
}

const TABLE =
  'CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, sent_at INTEGER NOT NULL, message TEXT NOT NULL)'

/** The subscription messages that WeChat would have delivered. */
export class Outbox {
  readonly #sqlite: Sqlite

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
    sqlite.execute(TABLE)
  }

  keep(sentAt: number, message: Message): void {
    this.#sqlite.run('INSERT INTO outbox (sent_at, message) VALUES (?, ?)', [sentAt, JSON.stringify(message)])
  }

  /** Oldest first. */
  messages(): SentMessage[] {
    return this.#sqlite.all('SELECT * FROM outbox ORDER BY id').map(messageOf)
  }

  clear(): void {
    this.#sqlite.run('DELETE FROM outbox')
  }
}

function messageOf(row: Row): SentMessage {
  const kept: unknown = JSON.parse(textOf(row, 'message'))
  return { sentAt: numberOf(row, 'sent_at'), ...v.parse(Sent, kept) }
}
