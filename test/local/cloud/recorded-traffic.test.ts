import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

// What the SDK sent and a gateway it was content with answered, in the order in which it happened.

const Answer = v.record(v.string(), v.unknown())
const Recording = v.array(v.object({ name: v.string(), request: v.unknown(), answer: Answer }))

const recorded: unknown = JSON.parse(readFileSync(join(__dirname, 'recorded-traffic.json'), 'utf8'))
const steps = v.parse(Recording, recorded)

/** The instants at which the recording wrote server dates. */
const CLOCK: Record<string, number> = { add: 1795441532579, 'doc.update': 1795441532658 }

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

afterAll(() => cloud.stop())

/** A value made up by the cloud: what it was when recorded, what it is in this run, and its name for both. */
interface MadeUp {
  recorded: string
  received: string
  name: string
}

/** What is another value in every run keeps its place and loses its value. */
function comparable(answer: unknown, madeUp: readonly MadeUp[]): unknown {
  let text = JSON.stringify(answer)
  for (const { recorded, received, name } of madeUp) text = text.replaceAll(recorded, name).replaceAll(received, name)
  text = text
    .replace(/"requestId":"\d{13}_0\.\d+_[0-9a-f]+"/, '"requestId":"<id>"')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '<origin>')
    .replace(/\?sign=[0-9a-f]{32}&t=\d+/g, '?sign=<sign>&t=<until>')
    .replace(/"(token|authorization|cosFileId)":"[^"]+"/g, '"$1":"<$1>"')
  return JSON.parse(text)
}

/** A request that names what an earlier answer made up, such as an `_id` or a transaction, names this run's. */
function asked(request: unknown, madeUp: readonly MadeUp[]): unknown {
  let text = JSON.stringify(request)
  for (const { recorded, received } of madeUp) text = text.replaceAll(recorded, received)
  return JSON.parse(text)
}

const Naming = v.object({
  data: v.optional(v.object({ insertedIds: v.optional(v.array(v.string()), []) })),
  transactionId: v.optional(v.string()),
})

function namesIn(answer: unknown): string[] {
  const parsed = v.safeParse(Naming, answer)
  if (!parsed.success) return []
  const { data, transactionId } = parsed.output
  return [...(data?.insertedIds ?? []), ...(transactionId === undefined ? [] : [transactionId])]
}

function learn(madeUp: MadeUp[], step: number, answer: unknown, received: unknown): void {
  const fresh = namesIn(received)
  for (const [at, recorded] of namesIn(answer).entries()) {
    const now = fresh[at]
    if (now !== undefined && now !== recorded) madeUp.push({ recorded, received: now, name: `<made up ${step}.${at}>` })
  }
}

test('every recorded request is answered in the recorded shape, with the recorded code and words', async () => {
  const madeUp: MadeUp[] = []
  expect(steps).toHaveLength(96)
  for (const [step, { name, request, answer }] of steps.entries()) {
    const instant = CLOCK[name]
    if (instant !== undefined) cloud.clock.freeze(instant)
    const received = await sendJson(`${cloud.url}/admin?env=local-env&seqId=seq-1`, asked(request, madeUp))
    learn(madeUp, step, answer, received)
    expect([name, comparable(received, madeUp)]).toEqual([name, comparable(answer, madeUp)])
    if (name.startsWith('uploadFile')) await upload(received)
  }
})

const Permission = v.object({ data: v.object({ url: v.string(), token: v.string(), authorization: v.string() }) })

async function upload(permission: unknown): Promise<void> {
  const { url, token, authorization } = v.parse(Permission, permission).data
  const headers = { 'x-cos-security-token': token, authorization, 'transfer-encoding': 'chunked' }
  const received = await send(url, { method: 'PUT', headers, body: '{"a":1}' })
  expect([received.status, received.text]).toEqual([200, ''])
}
