import * as v from 'valibot'

const Refused = v.object({ error: v.string() })

/** @throws Error with the server's own sentence, or with one that says that there is no server */
export async function ask<Schema extends v.GenericSchema>(
  schema: Schema,
  path: string,
  init: RequestInit = {},
): Promise<v.InferOutput<Schema>> {
  const response = await fetch(path, init).catch(() => {
    throw new Error('The local cloud does not answer: has it been stopped?')
  })
  const content: unknown = await response.json()
  if (!response.ok) throw new Error(v.is(Refused, content) ? content.error : `status ${response.status}`)
  return v.parse(schema, content)
}

/** The address of one of the inspector's own questions. */
export const question = (name: string, asked: Record<string, string> = {}): string =>
  `/inspect/api/${name}?${new URLSearchParams(asked).toString()}`

export const sentenceOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
