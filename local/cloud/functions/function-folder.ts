import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

export interface DeployedFunction {
  name: string
  /** the path of index.js */
  entry: string
  /** the time one call may take */
  seconds: number
}

const DEFAULT_SECONDS = 3
const MOST_SECONDS = 60

const Config = v.object({ timeout: v.optional(v.pipe(v.number(), v.minValue(1)), DEFAULT_SECONDS) })

/** @returns undefined when no function of this name is deployed */
export function findFunction(root: string, name: string): DeployedFunction | undefined {
  if (!/^[A-Za-z][\w-]*$/.test(name)) return undefined
  const entry = join(root, name, 'index.js')
  return existsSync(entry) ? { name, entry, seconds: readSeconds(join(root, name, 'config.json')) } : undefined
}

function readSeconds(file: string): number {
  if (!existsSync(file)) return DEFAULT_SECONDS
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const parsed = v.safeParse(Config, content)
  if (!parsed.success) throw new Error(`${file}: timeout has to be a number of seconds`)
  return Math.min(parsed.output.timeout, MOST_SECONDS)
}
