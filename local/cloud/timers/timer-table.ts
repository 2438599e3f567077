import { numberOf, type Row, type Sqlite, textOf } from '../database/sqlite'

/** When a trigger is due. Instants are epoch milliseconds of the cloud's clock. */
export interface Schedule {
  functionName: string
  triggerName: string
  /** the seven fields */
  config: string
  /** undefined when its years are over */
  dueAt: number | undefined
  /** the instant from which `dueAt` was reckoned */
  armedAt: number
}

const TABLE = `CREATE TABLE IF NOT EXISTS timers (
  function_name TEXT NOT NULL, trigger_name TEXT NOT NULL, config TEXT NOT NULL,
  due_at INTEGER, armed_at INTEGER NOT NULL, PRIMARY KEY (function_name, trigger_name))`

/** Where schedules outlive the process. */
export class TimerTable {
  readonly #sqlite: Sqlite

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
    sqlite.execute(TABLE)
  }

  all(): Schedule[] {
    return this.#sqlite.all('SELECT * FROM timers ORDER BY function_name, trigger_name').map(scheduleOf)
  }

  keep({ functionName, triggerName, config, dueAt, armedAt }: Schedule): void {
    const values = [functionName, triggerName, config, dueAt ?? null, armedAt]
    this.#sqlite.run('INSERT OR REPLACE INTO timers VALUES (?, ?, ?, ?, ?)', values)
  }

  remove({ functionName, triggerName }: Schedule): void {
    this.#sqlite.run('DELETE FROM timers WHERE function_name = ? AND trigger_name = ?', [functionName, triggerName])
  }
}

const scheduleOf = (row: Row): Schedule => ({
  functionName: textOf(row, 'function_name'),
  triggerName: textOf(row, 'trigger_name'),
  config: textOf(row, 'config'),
  dueAt: row['due_at'] === null ? undefined : numberOf(row, 'due_at'),
  armedAt: numberOf(row, 'armed_at'),
})
