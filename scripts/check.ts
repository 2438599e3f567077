import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { staleDocuments } from './generated-documents'
import { root } from './paths'
import { staleRegionNames } from './write-region-names'

interface Step {
  name: string
  command: readonly string[]
}

const PROJECTS = ['.', 'cloudfunctions', 'local', 'local/catalogue', 'scripts', 'bench', 'test']

const steps: readonly Step[] = [
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  ...PROJECTS.map(project => ({ name: `types of ${project}`, command: ['tsc', '--noEmit', '-p', project] })),
  {
    name: 'imports',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'miniprogram',
      'cloudfunctions',
      'local',
      'scripts',
      'bench',
    ],
  },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', command: ['knip'] },
]

/** Runs one tool; its output is shown only when it complains. */
function run({ name, command: [tool = '', ...options] }: Step): Promise<boolean> {
  return new Promise(resolve => {
    const started = spawn(process.execPath, [binaryOf(tool), ...options], { cwd: root })
    const output: string[] = []
    for (const stream of [started.stdout, started.stderr]) stream.on('data', chunk => output.push(String(chunk)))
    started.on('close', code => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`)
      if (code !== 0) console.log(output.join(''))
      resolve(code === 0)
    })
  })
}

const PACKAGES: Readonly<Record<string, string>> = {
  tsc: 'typescript/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
}
const BINARIES: Readonly<Record<string, string>> = {
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  knip: 'knip/bin/knip.js',
}

const binaryOf = (tool: string): string => join(root, 'node_modules', { ...PACKAGES, ...BINARIES }[tool] ?? tool)

/** What the code writes into the repository must be committed as the code now gives it. */
async function documentsStand(): Promise<boolean> {
  const stale = [...(await staleDocuments()), ...(await staleRegionNames())]
  console.log(
    stale.length === 0 ? 'ok     documents' : `FAILED documents: run npm run build and commit ${stale.join(', ')}`,
  )
  return stale.length === 0
}

async function checkAll(): Promise<void> {
  const waiting = [...steps]
  const outcomes: boolean[] = [await documentsStand()]
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await run(step))
  }
  await Promise.all([worker(), worker()])
  process.exitCode = outcomes.every(Boolean) ? 0 : 1
}

void checkAll()
