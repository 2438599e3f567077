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

/** What is another value in every run keeps its place and loses its value. */
function comparable(answer: unknown, ids: ReadonlyMap<string, string>): unknown {
  let text = JSON.stringify(answer)
  for (const [id, name] of ids) text = text.replaceAll(id, name)
  text = text
    .replace(/"requestId":"\d{13}_0\.\d+_[0-9a-f]+"/, '"requestId":"<id>"')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '<origin>')
    .replace(/\?sign=[0-9a-f]{32}&t=\d+/g, '?sign=<sign>&t=<until>')
    .replace(/"(token|authorization|cosFileId)":"[^"]+"/g, '"$1":"<$1>"')
  return JSON.parse(text)
}

const Inserted = v.object({ data: v.object({ insertedIds: v.array(v.string()) }) })

function nameIds(ids: Map<string, string>, step: number, answer: unknown): void {
  const parsed = v.safeParse(Inserted, answer)
  const made = parsed.success ? parsed.output.data.insertedIds.filter(id => id.length === 32) : []
  made.forEach((id, at) => ids.set(id, `<id ${step}.${at}>`))
}

test('every recorded request is answered in the recorded shape, with the recorded code and words', async () => {
  const ids = new Map<string, string>()
  expect(steps).toHaveLength(55)
  for (const [step, { name, request, answer }] of steps.entries()) {
    const instant = CLOCK[name]
    if (instant !== undefined) cloud.clock.freeze(instant)
    const received = await sendJson(`${cloud.url}/admin?env=local-env&seqId=seq-1`, request)
    nameIds(ids, step, answer)
    nameIds(ids, step, received)
    expect([name, comparable(received, ids)]).toEqual([name, comparable(answer, ids)])
    if (name === 'uploadFile') await upload(received)
  }
})

const Permission = v.object({ data: v.object({ url: v.string(), token: v.string(), authorization: v.string() }) })

async function upload(permission: unknown): Promise<void> {
  const { url, token, authorization } = v.parse(Permission, permission).data
  const headers = { 'x-cos-security-token': token, authorization, 'transfer-encoding': 'chunked' }
  const received = await send(url, { method: 'PUT', headers, body: '{"a":1}' })
  expect([received.status, received.text]).toEqual([200, ''])
}
