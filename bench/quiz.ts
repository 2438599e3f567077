import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../scripts/build-functions'
import { paths } from '../scripts/paths'
import { writeManifest } from '../scripts/write-manifest'
import { type Cloud, startCloud } from '../local/cloud/start-cloud'
import { demoMoment } from '../local/seed/edition-2026'
import { environment } from '../local/seed/environment'
import { middlePlayer, sowManyPlayers } from '../local/seed/players-many'
import { sow } from '../local/seed/sow'
import { median, milliseconds, printRow, ratio, timed } from './figures'
import { begin, countAll, openFor, rank, ROUND, spentBy, submit } from './quiz-contest'

const SECRET = 'a secret of the bench, of at least thirty-two characters'

const [SMALL, LARGE] = [10_000, 1_000_000]
const TURNS = 300
const OPENING = 500

const fresh = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${name}-${i}`, name: '', note: '', openId: `bench-${name}-${i}` }))

const comers = fresh('comer', TURNS)
const crowd = fresh('crowd', OPENING)

async function contestOf(players: number, dataRoot: string): Promise<Cloud> {
  const middle = { id: 'middle', name: '', note: '', openId: middlePlayer({ players }) }
  const cloud = await startCloud({
    functionsRoot: paths.builtFunctions,
    manifestFile: paths.manifest,
    dataRoot,
    secrets: { YUNKEPU_SECRET: SECRET, ...environment },
    personas: [middle, ...comers, ...crowd],
    timers: 'by-hand',
  })
  cloud.clock.freeze(demoMoment)
  await sow(cloud.database, paths.bank)
  const filling = await timed(() => {
    sowManyPlayers(cloud.database, { players, round: ROUND, now: demoMoment })
  })
  console.log(`${players} players were written in ${(filling / 1000).toFixed(1)} s`)
  await countAll(cloud)
  return cloud
}

interface Deed {
  name: string
  /** What is not measured, done before. */
  before?: (cloud: Cloud, turn: number) => unknown
  work: (cloud: Cloud, turn: number) => Promise<unknown>
}

const comer = (turn: number): string => `comer-${turn}`
const begun = new Map<string, Awaited<ReturnType<typeof begin>>>()
const begunBy = (cloud: Cloud, turn: number): string => `${cloud.url} ${turn}`

const DEEDS: readonly Deed[] = [
  {
    name: 'ranking, read anew',
    before(cloud) {
      cloud.clock.freeze(cloud.clock.now() + 2 * 60_000)
    },
    work: cloud => rank(cloud, 'middle'),
  },
  { name: 'own rank, board in memory', work: cloud => rank(cloud, 'middle') },
  {
    name: 'submit',
    before: async (cloud, turn) => begun.set(begunBy(cloud, turn), await begin(cloud, comer(turn))),
    work: (cloud, turn) => submit(cloud, comer(turn), begun.get(begunBy(cloud, turn)) ?? { ticket: '', answers: [] }),
  },
]

/** Both sizes in turn, each as often first, so that whatever else the machine does meets both. */
async function compare(clouds: readonly Cloud[], { name, before, work }: Deed): Promise<void> {
  const spent = clouds.map(() => ({ times: new Array<number>(), operations: 0 }))
  for (let turn = 0; turn < TURNS; turn++) {
    const order = [...clouds.entries()]
    for (const [at, cloud] of turn % 2 === 0 ? order : order.reverse()) {
      await before?.(cloud, turn)
      const { operations, time } = await spentBy(cloud, () => work(cloud, turn))
      spent[at]?.times.push(time)
      if (spent[at]) spent[at].operations = Math.max(spent[at].operations, operations)
    }
  }
  const [small = 0, large = 0] = spent.map(({ times }) => median(times))
  const operations = spent.map(each => String(each.operations)).join(' / ')
  printRow(name, [operations, milliseconds(small), milliseconds(large), ratio(large, small)])
}

async function compareSizes(folders: readonly string[]): Promise<void> {
  const clouds: Cloud[] = []
  try {
    for (const [at, players] of [SMALL, LARGE].entries()) clouds.push(await contestOf(players, folders[at] ?? ''))
    printRow('', ['operations', `${SMALL}`, `${LARGE}`, 'ratio'])
    for (const deed of DEEDS) await compare(clouds, deed)
    const large = clouds.at(-1)
    if (!large) return
    const { errors, recorded, counted, milliseconds: took } = await openFor(large, crowd)
    printRow(`opening of ${OPENING}`, ['errors', 'recorded', 'counted once', 'all within'])
    printRow('', [String(errors), String(recorded), String(counted), `${(took / 1000).toFixed(1)} s`])
  } finally {
    for (const cloud of clouds) await cloud.stop()
  }
}

/** The contest among ten thousand and among a million players, and an opening of five hundred at once. */
export async function quiz(): Promise<void> {
  await Promise.all([buildFunctions(), writeManifest()])
  const root = mkdtempSync(join(tmpdir(), 'quiz-bench-'))
  try {
    await compareSizes([join(root, 'small'), join(root, 'large')])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
