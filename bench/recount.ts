import * as v from 'valibot'
import { buildFunctions } from '../scripts/build-functions'
import { paths } from '../scripts/paths'
import { writeManifest } from '../scripts/write-manifest'
import { type Cloud, startCloud } from '../local/cloud/start-cloud'
import { demoMoment } from '../local/seed/edition-2026'
import { environment } from '../local/seed/environment'
import { sow } from '../local/seed/sow'
import { printRow } from './figures'
import { ROUND, spentBy } from './quiz-contest'

const SECRET = 'a secret of the bench, of at least thirty-two characters'
const SIZES = [2_000, 8_000] as const
const QUESTIONS = 10

const questionsSchema = v.array(
  v.object({ _id: v.string(), bank: v.string(), options: v.array(v.object({ id: v.string() })) }),
)
type Questions = v.InferOutput<typeof questionsSchema>

/** Everybody meets the first question, and nine others that run through the whole bank. */
function attemptAt(i: number, [first, ...others]: Questions) {
  const met = Array.from({ length: QUESTIONS - 1 }, (_, at) => others[(i * (QUESTIONS - 1) + at) % others.length])
  const paper = [first, ...met].flatMap(question => question ?? [])
  const submittedAt = demoMoment - 24 * 60 * 60_000 + i
  const refs = paper.map(({ _id }) => _id)
  return {
    ...{ _id: `${ROUND}.bench.${i}`, person: `bench-${i}`, round: ROUND, day: '2026-09-17', number: 1 },
    ...{ paper: refs.join(' '), scoredBy: refs, startedAt: submittedAt, deadline: submittedAt, state: 'submitted' },
    answers: paper.map(({ options }, at) =>
      options
        .slice((i + at) % options.length)
        .map(({ id }) => id)
        .slice(0, 1),
    ),
    ...{ score: 0, seconds: 60, submittedAt, submittedWith: 'bench', countedAt: submittedAt },
  }
}

const UNSETTLED = { settled: false }

/** Counts everything, or follows the ruling, in runs of the timer. */
async function runUntil(cloud: Cloud, isDone: () => boolean): Promise<number> {
  let runs = 0
  for (; !isDone(); runs++) {
    cloud.clock.freeze(cloud.clock.now() + 2 * 60_000)
    const { outcome } = await cloud.timers.run('standings', 'roll-up')
    if (outcome !== 'returned') throw new Error(`the roll-up ${outcome}`)
  }
  return runs
}

async function measure(cloud: Cloud, attempts: number): Promise<void> {
  cloud.clock.freeze(demoMoment)
  await sow(cloud.database, paths.bank)
  const questions = v
    .parse(questionsSchema, cloud.database.find('quiz_questions'))
    .filter(({ bank }) => bank === 'contest')
  const version = questions[0]?._id ?? ''
  cloud.database.insert(
    'quiz_attempts',
    Array.from({ length: attempts }, (_, i) => attemptAt(i, questions)),
  )
  const isCounted = () => cloud.database.find('quiz_item_statistics', { 'value.answers': attempts }).length > 0
  // The ranking is another matter: it has counted already.
  const cursor = { at: demoMoment, id: null }
  cloud.database.insert('quiz_roll_ups', [{ _id: 'standings', batch: 2, cursor, busyUntil: 0, boards: [] }])
  const counted = await spentBy(cloud, () => runUntil(cloud, isCounted))
  const ruling = { _id: version, number: 1, key: ['b'], at: demoMoment, ...UNSETTLED }
  cloud.database.insert('quiz_item_rulings', [ruling])
  let runs = 0
  const recounted = await spentBy(cloud, async () => {
    runs = await runUntil(cloud, () => cloud.database.find('quiz_item_rulings', UNSETTLED).length === 0)
  })
  const each = ({ operations }: { operations: number }) => (operations / attempts).toFixed(2)
  printRow(`${attempts} attempts`, [
    each(counted),
    each(recounted),
    String(runs),
    `${(recounted.time / 1000).toFixed(1)} s`,
  ])
}

/** Operations an attempt for the statistics of questions, when it is handed in and when a question that it holds is ruled on. */
export async function recount(): Promise<void> {
  await Promise.all([buildFunctions(), writeManifest()])
  printRow('operations an attempt', ['counted first', 'recounted', 'runs', 'time'])
  for (const attempts of SIZES) {
    const cloud = await startCloud({
      functionsRoot: paths.builtFunctions,
      manifestFile: paths.manifest,
      dataRoot: 'memory',
      secrets: { YUNKEPU_SECRET: SECRET, ...environment },
      personas: [],
      timers: 'by-hand',
    })
    try {
      await measure(cloud, attempts)
    } finally {
      await cloud.stop()
    }
  }
}
