import { buildSync } from 'esbuild'
import { join } from 'node:path'

let code: string | undefined

/** The code of a function instance, bundled once: threads start much faster on plain JavaScript. */
export function instanceCode(): string {
  code ??= buildSync({
    entryPoints: [join(__dirname, 'instance', 'main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  }).outputFiles[0]?.text
  if (code === undefined) throw new Error('the code of a function instance could not be built')
  return code
}
