import { paths } from '../scripts/paths'
import { buildFunctions } from '../scripts/build-functions'
import { writeManifest } from '../scripts/write-manifest'
import { type Cloud, startCloud } from '../local/cloud/start-cloud'
import { demoMoment } from '../local/seed/edition-2026'
import { personas } from '../local/seed/personas'
import { sow } from '../local/seed/sow'

const KEY = 'k'.repeat(24)

interface Step {
  name: string
  functionName: string
  procedure: string
  input: (earlier: string) => unknown
}

const blank = Array.from({ length: 10 }, () => [])
const ticketIn = (reply: string): string => /"ticket":"([^"]+)"/.exec(reply)?.[1] ?? ''

const steps: readonly Step[] = [
  { name: 'home', functionName: 'editions', procedure: 'editions.home', input: () => ({}) },
  { name: 'start', functionName: 'quiz', procedure: 'quiz.startAttempt', input: () => ({ first: true }) },
  {
    name: 'submit',
    functionName: 'quiz',
    procedure: 'quiz.submitAttempt',
    input: earlier => ({ ticket: ticketIn(earlier), answers: blank }),
  },
  { name: 'list', functionName: 'quiz', procedure: 'quiz.listAttempts', input: () => ({}) },
]

/** Calls the steps one after another as one phone does and prints what each cost. */
async function journey(cloud: Cloud, warmth: string): Promise<void> {
  let earlier = ''
  for (const { name, functionName, procedure, input } of steps) {
    const before = cloud.counters.snapshot()
    const sent = { procedure, input: input(earlier), key: KEY }
    const answer = JSON.stringify(await cloud.call('lin', functionName, sent))
    const { calls, reads, writes } = cloud.counters.since(before)
    const row = [warmth, name, calls, reads, writes, JSON.stringify(sent).length, answer.length]
    console.log(row.map(cell => String(cell).padStart(9)).join(''))
    earlier = answer
  }
}

/** Function calls, database operations and characters on the wire, call by call, on cold and on warm instances. */
export async function traffic(): Promise<void> {
  await Promise.all([buildFunctions(), writeManifest()])
  const cloud = await startCloud({
    functionsRoot: paths.builtFunctions,
    manifestFile: paths.manifest,
    dataRoot: 'memory',
    secrets: { YUNKEPU_SECRET: 'a secret of the bench, of at least thirty-two characters' },
    personas,
  })
  cloud.clock.freeze(demoMoment)
  await sow(cloud.database, paths.bank)
  console.log(
    ['instance', 'call', 'calls', 'reads', 'writes', 'sent', 'received'].map(cell => cell.padStart(9)).join(''),
  )
  for (const warmth of ['cold', 'warm']) {
    cloud.database.clear('quiz_attempts')
    await journey(cloud, warmth)
  }
  await cloud.stop()
}
