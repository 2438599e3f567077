import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildArgv, runCLI } from 'jest'

const root = join(__dirname, '..')

/** `npm test`: the checks, one build, every test; the last line is the count. `npm test -- <jest options>` narrows it. */
async function run(): Promise<void> {
  const step = (script: string) => execFileSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' })
  step('check')
  step('build')
  const { results } = await runCLI(await buildArgv(process.argv.slice(2)), [root])
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  console.log(`${results.numPassedTests} passed, ${failed} failed`)
  process.exitCode = results.success ? 0 : 1
}

void run()
