import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildForLocal } from '../scripts/build-for-local'
import { paths } from '../scripts/paths'
import { startDemoCloud } from './demo-cloud'
import { deploymentSecret } from './seed/deployment-secret'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8365' },
    reset: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
})

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens the address in whatever browser the machine has; where it has none, the printed line is enough. */
function openInBrowser(url: string): void {
  const [command = '', ...before] = OPENERS[process.platform] ?? ['xdg-open']
  const browser = spawn(command, [...before, url], { stdio: 'ignore', detached: true })
  browser.on('error', () => undefined)
  browser.unref()
}

/** `npm start`: builds, starts the local cloud with the demo year, and serves the local phone beside it. */
async function start(): Promise<void> {
  await buildForLocal()
  if (values.reset) rmSync(paths.localData, { recursive: true, force: true })
  const cloud = await startDemoCloud({
    dataRoot: paths.localData,
    port: Number(values.port),
    secret: deploymentSecret(paths.localData),
    units: true,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void cloud.stop()
    })
  }
  console.log(`inspector ${cloud.url}/inspect`)
  console.log(`ready ${cloud.url}`)
  if (!values['no-open']) openInBrowser(cloud.url)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
