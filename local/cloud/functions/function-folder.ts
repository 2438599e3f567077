import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readFunctionConfig } from './function-config'

export interface DeployedFunction {
  name: string
  /** the path of index.js */
  entry: string
  /** the time one call may take */
  seconds: number
}

/** @returns undefined when no function of this name is deployed */
export function findFunction(root: string, name: string): DeployedFunction | undefined {
  if (!/^[A-Za-z][\w-]*$/.test(name)) return undefined
  const entry = join(root, name, 'index.js')
  return existsSync(entry) ? { name, entry, seconds: configOf(root, name).timeout } : undefined
}

export const configOf = (root: string, name: string): ReturnType<typeof readFunctionConfig> =>
  readFunctionConfig(join(root, name, 'config.json'))

/** The names of all deployed functions, in their alphabetical order. */
export function functionNames(root: string): string[] {
  const names = existsSync(root) ? readdirSync(root) : []
  return names.filter(name => existsSync(join(root, name, 'index.js'))).sort()
}
