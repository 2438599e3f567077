import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'

const DEFAULT_SECONDS = 3
const MOST_SECONDS = 60

const Trigger = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]{0,59}$/)),
  type: v.literal('timer'),
  /** seven fields: second, minute, hour, day, month, weekday, year */
  config: v.string(),
})

const Config = v.object({
  /** seconds */
  timeout: v.optional(v.pipe(v.number(), v.minValue(1)), DEFAULT_SECONDS),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
  triggers: v.optional(v.array(Trigger), []),
})

type FunctionConfig = v.InferOutput<typeof Config>

/**
 * Reads a function's config.json; where there is none, the platform's defaults hold.
 * @throws Error that names the file and the field
 */
export function readFunctionConfig(file: string): FunctionConfig {
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const parsed = v.safeParse(Config, content)
  if (!parsed.success) throw new Error(`${file}: ${v.getDotPath(parsed.issues[0]) ?? 'the whole'} cannot be used`)
  return { ...parsed.output, timeout: Math.min(parsed.output.timeout, MOST_SECONDS) }
}
