import { join } from 'node:path'
import * as v from 'valibot'
import type { ErrorCode } from '../../miniprogram/contract/errors'
import type { InputOf, OutputOf, Procedure, Reply } from '../../miniprogram/contract/rpc'
import type { CloudOptions } from '../../local/cloud/cloud-options'
import type { CallAnswer } from '../../local/cloud/phone-calls'
import { type Cloud, startCloud } from '../../local/cloud/start-cloud'
import { demoMoment } from '../../local/seed/edition-2026'
import { environment } from '../../local/seed/environment'
import { sowPeople } from '../../local/seed/people-of-personas'
import { personas } from '../../local/seed/personas'
import { mayReadPicturesToo } from '../../local/seed/question-pictures'
import { sow } from '../../local/seed/sow'
import { root } from '../../scripts/paths'

const SECRET = 'a secret for tests, of at least thirty-two characters'

const isReply = <Output>(raw: unknown): raw is Reply<Output> => v.is(v.object({ ok: v.boolean() }), raw)

const isAnswered = (answer: CallAnswer): answer is Extract<CallAnswer, { result: unknown }> => 'result' in answer

let keys = 0

/** A fresh idempotency key, as a phone would make one. */
export const newKey = (): string => `key${String((keys += 1)).padStart(21, '0')}`

export interface DemoCloud {
  cloud: Cloud
  upload: (persona: string, path: string, body: string | Uint8Array<ArrayBuffer>) => Promise<string>
  /** Sends anything at all to a function, as a phone could. */
  send: (persona: string | null, functionName: string, event: unknown) => Promise<Reply<unknown>>
  ask: <P extends Procedure>(persona: string, procedure: P, input: InputOf<P>, key?: string) => Promise<OutputOf<P>>
  /** The code of a refusal; an answer where a refusal was expected throws. */
  refusal: <P extends Procedure>(persona: string, procedure: P, input: InputOf<P>, key?: string) => Promise<ErrorCode>
}

const STRANGERS = 24

/** More phones than the demo has personas: nobody knows their owners. `stranger-1` and on. */
const strangers = Array.from({ length: STRANGERS }, (_, i) => ({
  id: `stranger-${i + 1}`,
  name: '',
  note: '',
  openId: `test-openid-of-stranger-${i + 1}`,
}))

/** What the platform calls the owner of a persona's phone. */
export const openIdOf = (persona: string): string => {
  const found = [...personas, ...strangers].find(({ id }) => id === persona)
  if (!found) throw new Error(`there is no persona ${persona}`)
  return found.openId
}

const uploadedSchema = v.object({ fileID: v.string() })

/** No call of any test may cost more than its procedure declares. */
function holdToCost(cloud: Cloud, requestId: string, { name, cost }: Procedure): void {
  const { reads, writes } = cloud.log.entries().find(entry => entry.requestId === requestId) ?? { reads: 0, writes: 0 }
  if (reads > cost.reads + cost.cold || writes > cost.writes)
    throw new Error(`${name} cost ${reads} reads and ${writes} writes, more than the contract says`)
}

function replyIn<Output>(answer: CallAnswer): Reply<Output> {
  if (!isAnswered(answer) || !isReply<Output>(answer.result)) throw new Error(answer.errMsg)
  return answer.result
}

/** What a procedure answers a persona; no answer at all throws. */
async function replyTo<P extends Procedure>(
  cloud: Cloud,
  persona: string,
  procedure: P,
  input: InputOf<P>,
  key = newKey(),
): Promise<Reply<OutputOf<P>>> {
  const { name, kind } = procedure
  const request = { procedure: name, input, ...(kind === 'write' ? { key } : {}) }
  const answer = await cloud.call(persona, name.split('.')[0] ?? '', request)
  holdToCost(cloud, answer.requestID, procedure)
  return replyIn<OutputOf<P>>(answer)
}

/** What a persona's phone gets when it calls; a refusal throws. */
export async function askAs<P extends Procedure>(
  cloud: Cloud,
  persona: string,
  procedure: P,
  input: InputOf<P>,
  key?: string,
): Promise<OutputOf<P>> {
  const reply = await replyTo(cloud, persona, procedure, input, key)
  if (!reply.ok) throw new Error(`${procedure.name} refused: ${reply.error.code}`)
  return reply.value
}

/** Puts a file into the storage as the persona's phone does; answers its id. */
export async function uploadAs(
  cloud: Cloud,
  persona: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const address = `${cloud.url}/storage/upload?path=${encodeURIComponent(path)}`
  const answer = await fetch(address, { method: 'POST', body, headers: { 'x-persona': persona } })
  return v.parse(uploadedSchema, await answer.json()).fileID
}

/** A local cloud in memory with the demo year in it, its clock standing still at the demo moment. */
export async function startDemoCloud({
  functionsRoot = join(root, 'dist', 'cloudfunctions'),
  secret = SECRET,
  transactions = {},
}: Partial<Pick<CloudOptions, 'functionsRoot' | 'transactions'>> & { secret?: string } = {}): Promise<DemoCloud> {
  const cloud = await startCloud({
    functionsRoot,
    manifestFile: join(root, 'dist', 'manifest.json'),
    dataRoot: 'memory',
    secrets: { YUNKEPU_SECRET: secret, ...environment },
    personas: [...personas, ...strangers],
    transactions,
    clientMayRead: mayReadPicturesToo,
    // A clock that jumps in one test must not start another one's messages.
    timers: 'by-hand',
  })
  cloud.clock.freeze(demoMoment)
  await sow(cloud.database, join(root, 'cloudfunctions', 'quiz', 'bank'))
  await sowPeople(cloud.database, secret)

  return {
    cloud,
    upload: (persona, path, body) => uploadAs(cloud, persona, path, body),
    send: async (persona, functionName, event) => replyIn(await cloud.call(persona, functionName, event)),
    ask: (persona, procedure, input, key) => askAs(cloud, persona, procedure, input, key),
    async refusal(persona, procedure, input, key) {
      const reply = await replyTo(cloud, persona, procedure, input, key)
      if (reply.ok) throw new Error(`${procedure.name} was expected to refuse`)
      return reply.error.code
    },
  }
}
