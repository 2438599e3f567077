import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../scripts/build-functions'
import { root } from '../scripts/paths'
import { median } from './figures'

const RUNS = 15
const MEASURE = `const t = process.hrtime.bigint(); require(process.argv[1]); console.log(Number(process.hrtime.bigint() - t) / 1e6)`

interface Variant {
  name: string
  file: string
  times: number[]
}

/** Bundles below the project, so that what stays outside the bundle is found where npm put it. */
async function variant(name: string, sdkInside: boolean): Promise<Variant> {
  const outDir = join(root, 'dist', 'bench', name.replaceAll(' ', '-'))
  await buildFunctions({ outDir, sdkInside })
  return { name, file: join(outDir, 'quiz', 'index.js'), times: [] }
}

/** How long a fresh process takes to load the quiz function, with wx-server-sdk in the bundle and beside it. */
export async function coldStart(): Promise<void> {
  const variants = [await variant('sdk inside', true), await variant('sdk outside', false)]
  for (let i = 0; i < RUNS; i++)
    for (const { file, times } of variants) times.push(Number(execFileSync(process.execPath, ['-e', MEASURE, file])))
  console.log(`loading the quiz function in a fresh process, ${RUNS} runs each, in turn`)
  for (const { name, file, times } of variants) {
    const [least, most] = [Math.min(...times), Math.max(...times)]
    const figures = [median(times), least, most].map(ms => ms.toFixed(0))
    console.log(
      `${name.padEnd(12)} median ${figures[0]} ms (${figures[1]}–${figures[2]}), ${statSync(file).size} bytes`,
    )
  }
  const [inside, outside] = variants.map(({ times }) => median(times))
  console.log(`inside / outside: ${((inside ?? 0) / (outside ?? 1)).toFixed(2)}`)
}
