import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { APP_ID } from '../cloud-environment'
import { numberOf, type Row, type Sqlite, textOf } from '../database/sqlite'
import { detailOf, refusalOf, refusalOfPerson, type Verdict, verdictOf } from './content-checks'
import type { Parameters } from './messages'
import type { Visits } from './visits'

const Wanted = v.object({
  openid: v.string(),
  media_url: v.pipe(v.string(), v.url()),
  media_type: v.picklist([1, 2]),
  version: v.literal(2),
})
const Check = v.object({ traceId: v.string(), openId: v.string(), url: v.string() })

type Check = v.InferOutput<typeof Check>

interface MediaCheckParts {
  sqlite: Sqlite
  visits: Visits
  now: () => number
  /** what stands at an address: bytes, or text of an address elsewhere; undefined when it cannot be fetched */
  contentAt: (url: string) => Buffer | string | undefined
  /** calls the function that receives the platform's events; answers whether it was told, or is to be told later */
  push: (openId: string, event: object) => Promise<'told' | 'later'>
  /** how long a result takes, real milliseconds */
  delay: number
}

const TABLE = 'CREATE TABLE IF NOT EXISTS media_checks (id INTEGER PRIMARY KEY, request TEXT NOT NULL)'

/** `security.mediaCheckAsync`: the answer is a number at once; the verdict comes later, as an event. */
export class MediaChecks {
  readonly #parts: MediaCheckParts
  readonly #timers = new Map<number, NodeJS.Timeout>()
  readonly #running = new Map<number, Promise<void>>()

  /** Checks that an earlier process was asked for and did not tell are taken up again. */
  constructor(parts: MediaCheckParts) {
    this.#parts = parts
    parts.sqlite.execute(TABLE)
    for (const row of parts.sqlite.all('SELECT id FROM media_checks')) this.#schedule(numberOf(row, 'id'))
  }

  start(parameters: Parameters): Record<string, unknown> {
    const parsed = v.safeParse(Wanted, parameters)
    if (!parsed.success) return refusalOf(47_001, 'data format error')
    const refusal = refusalOfPerson(parameters, this.#parts.visits)
    if (refusal) return refusal
    const check = { traceId: newTraceId(), openId: parsed.output.openid, url: parsed.output.media_url }
    const id = this.#parts.sqlite.run('INSERT INTO media_checks (request) VALUES (?)', [JSON.stringify(check)])
    this.#schedule(id)
    return { errcode: 0, errmsg: 'ok', trace_id: check.traceId }
  }

  /** Tells every verdict that is still to come, without the wait. */
  async settle(): Promise<void> {
    const ids = this.#parts.sqlite.all('SELECT id FROM media_checks ORDER BY id').map(row => numberOf(row, 'id'))
    await Promise.all(ids.map(id => this.#tellOnce(id)))
  }

  /** Nothing is told any more by itself; what is kept is told by the next process. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** To be awaited before the database closes. */
  async ended(): Promise<void> {
    await Promise.all(this.#running.values())
  }

  #schedule(id: number): void {
    const timer = setTimeout(() => void this.#tellOnce(id), this.#parts.delay)
    this.#timers.set(id, timer)
  }

  #tellOnce(id: number): Promise<void> {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    const running = this.#running.get(id) ?? this.#tell(id).finally(() => this.#running.delete(id))
    this.#running.set(id, running)
    return running
  }

  async #tell(id: number): Promise<void> {
    const { sqlite, push, contentAt, now } = this.#parts
    const row = sqlite.first('SELECT request FROM media_checks WHERE id = ?', [id])
    if (!row) return
    const check = checkOf(row)
    const content = contentAt(check.url)
    const verdict = content === undefined ? undefined : verdictOf(content)
    const told = await push(check.openId, eventOf(check, verdict, now()))
    if (told === 'told') sqlite.run('DELETE FROM media_checks WHERE id = ?', [id])
  }
}

function checkOf(row: Row): Check {
  const kept: unknown = JSON.parse(textOf(row, 'request'))
  return v.parse(Check, kept)
}

/** In the shape of the platform's event `wxa_media_check`. */
function eventOf({ traceId, openId }: Check, verdict: Verdict | undefined, now: number): object {
  const outcome = verdict
    ? { errcode: 0, errmsg: 'ok', result: verdict, detail: detailOf(verdict) }
    : { errcode: -1008, errmsg: 'download failed', detail: [] }
  return {
    ToUserName: 'gh_000000000001',
    FromUserName: openId,
    CreateTime: Math.floor(now / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: APP_ID,
    trace_id: traceId,
    version: 2,
    ...outcome,
  }
}

export const newTraceId = (): string =>
  randomBytes(12)
    .toString('hex')
    .replace(/(.{8})(?=.)/g, '$1-')
