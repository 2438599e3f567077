import type { Sqlite } from '../database/sqlite'
import { numberOf, textOf } from '../database/sqlite'

const TABLE = `CREATE TABLE IF NOT EXISTS consents (
  open_id TEXT NOT NULL, template TEXT NOT NULL, remaining INTEGER NOT NULL, PRIMARY KEY (open_id, template))`

/** Who agreed to receive how many messages of which template. One agreement is one message. */
export class Subscriptions {
  readonly #sqlite: Sqlite

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
    sqlite.execute(TABLE)
  }

  /** What `requestSubscribeMessage` does for each template the person accepts. */
  accept(openId: string, template: string): void {
    const sql = `INSERT INTO consents VALUES (?, ?, 1)
      ON CONFLICT (open_id, template) DO UPDATE SET remaining = remaining + 1`
    this.#sqlite.run(sql, [openId, template])
  }

  /** @returns false when no agreement is left */
  use(openId: string, template: string): boolean {
    const sql = `UPDATE consents SET remaining = remaining - 1
      WHERE open_id = ? AND template = ? AND remaining > 0 RETURNING remaining`
    return this.#sqlite.all(sql, [openId, template]).length > 0
  }

  /** How many are left, by template. */
  of(openId: string): Record<string, number> {
    const rows = this.#sqlite.all('SELECT * FROM consents WHERE open_id = ? ORDER BY template', [openId])
    return Object.fromEntries(rows.map(row => [textOf(row, 'template'), numberOf(row, 'remaining')]))
  }
}
