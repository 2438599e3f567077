import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g

/** Every Chinese character and sign in the built scripts, each once. */
export function charactersIn(folder: string): string {
  const scripts = readdirSync(folder).filter(name => name.endsWith('.js'))
  const found = scripts.flatMap(name => readFileSync(join(folder, name), 'utf8').match(WIDE) ?? [])
  return [...new Set(found)].sort().join('')
}
