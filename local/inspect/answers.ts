import * as v from 'valibot'

const whole = v.number()
const text = v.string()
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)

/** What the inspector's server answers its page: the server keeps to these types, the page checks them. */
export const Collections = v.object({
  collections: v.array(
    v.object({
      name: text,
      documents: whole,
      bytes: whole,
      indexes: v.array(
        v.object({ name: text, fields: v.array(v.tuple([text, v.picklist([1, -1])])), unique: v.boolean() }),
      ),
    }),
  ),
})

/** `id` and `beginning` are extended JSON; `next` leads to the next page. */
export const Documents = v.object({
  documents: v.array(v.object({ id: text, bytes: whole, beginning: text })),
  next: orNull(text),
})

export const WholeDocument = v.object({ text })

const call = {
  requestId: text,
  functionName: text,
  /** as the function's own log line tells it */
  procedure: orNull(text),
  /** `ok` or the code of a refusal, from the same line */
  answered: orNull(text),
  startedAt: whole,
  milliseconds: orNull(whole),
  outcome: text,
  reads: whole,
  writes: whole,
}

/** Newest first. */
export const Calls = v.object({ calls: v.array(v.object({ ...call, lines: whole })) })

export const WholeCall = v.object({
  ...call,
  lines: v.array(v.object({ stream: v.picklist(['out', 'error']), text })),
})

export const Costs = v.object({
  /** when the mark was set, by the cloud's clock; null for the start of the cloud */
  markedAt: orNull(whole),
  reads: whole,
  writes: whole,
  calls: whole,
  collections: v.array(v.object({ name: text, reads: whole, writes: whole, other: whole })),
  procedures: v.array(
    v.object({ name: text, calls: whole, reads: whole, writes: whole, median: orNull(whole), slowest: orNull(whole) }),
  ),
  /** made on purpose, by kind */
  faults: v.record(text, whole),
  /** whether the log has forgotten calls since the mark, so that the procedures are not all */
  isPartial: v.boolean(),
})

export const Files = v.object({
  total: whole,
  files: v.array(v.object({ path: text, bytes: whole, type: text, address: text })),
})

/** Newest first. */
export const Messages = v.object({
  messages: v.array(
    v.object({
      sentAt: whole,
      toUser: text,
      template: text,
      page: text,
      functionName: text,
      fields: v.record(text, text),
    }),
  ),
})

export type CollectionsAnswer = v.InferOutput<typeof Collections>
export type DocumentsAnswer = v.InferOutput<typeof Documents>
export type CallsAnswer = v.InferOutput<typeof Calls>
export type CallAnswer = CallsAnswer['calls'][number]
export type WholeCallAnswer = v.InferOutput<typeof WholeCall>
export type CostsAnswer = v.InferOutput<typeof Costs>
export type FilesAnswer = v.InferOutput<typeof Files>
export type MessagesAnswer = v.InferOutput<typeof Messages>
