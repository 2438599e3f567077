import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import { attemptOf, changeAttempts, clearStandings, countedIn, personOf } from './stage'

let demo: DemoCloud
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standings-'))
  const entry = join(__dirname, 'doors', 'dying.ts')
  buildSync({ entryPoints: [entry], outfile: join(folder, 'dying', 'index.js'), bundle: true, platform: 'node' })
  demo = await startDemoCloud({ functionsRoot: folder })
  const school = { id: 'school', name: '朔州市第二中学' }
  demo.cloud.database.insert('people', [
    personOf('player-1', '140600', school),
    personOf('player-2', '140600', school),
    personOf('player-3', '140100'),
  ])
})
afterAll(async () => {
  await demo.cloud.stop()
  rmSync(folder, { recursive: true })
})

/** First attempts, better and worse ones after them, one that a ruling scored anew, and people whom nobody knows. */
function plant(): void {
  clearStandings(demo.cloud)
  const rescored = { rescored: { from: 90, at: demoMoment, ruling: 'ruling' }, score: 50 }
  const made = [
    { person: 'player-1', right: 6, seconds: 100, after: 0 },
    { person: 'player-2', right: 9, seconds: 80, after: 1 },
    { person: 'player-3', right: 3, seconds: 200, after: 1, change: { suspicions: ['too-fast'] } },
    { person: 'player-4', right: 9, seconds: 81, after: 2 },
    { person: 'player-1', right: 8, seconds: 90, after: 3, number: 2 },
    {
      person: 'player-2',
      right: 7,
      seconds: 60,
      after: 4,
      number: 2,
      change: { ...rescored, countedAt: demoMoment + 9 },
    },
  ]
  demo.cloud.database.insert(
    'quiz_attempts',
    made.map(attempt => attemptOf(demo.cloud, attempt)),
  )
}

let minutes = 1

/** Runs the roll-up, a little later each time, so that a run that died is known to be over. */
async function run(afterWrites: number): Promise<'done' | 'died'> {
  minutes += 2
  demo.cloud.clock.freeze(demoMoment + minutes * MINUTE)
  const answer = await demo.cloud.call(null, 'dying', { afterWrites })
  return 'result' in answer ? 'done' : 'died'
}

const SET_ASIDE = { setAside: { at: demoMoment, note: '与旁人的一样' }, countedAt: demoMoment + MINUTE + 1 }

/** A second batch moves what the first one counted; a best attempt and an only one are set aside meanwhile. */
function goOn(): void {
  changeAttempts(demo.cloud, ({ person, number }) =>
    (person === 'player-1' && number === 2) || person === 'player-4' ? SET_ASIDE : {},
  )
  demo.cloud.database.insert('quiz_attempts', [
    attemptOf(demo.cloud, { person: 'player-3', right: 10, seconds: 70, after: MINUTE, number: 2 }),
    attemptOf(demo.cloud, { person: 'player-5', right: 1, seconds: 30, after: MINUTE }),
  ])
}

const ALL = 10_000

test('a run that dies after any of its writes leaves nothing uncounted and nothing counted twice', async () => {
  plant()
  expect(await run(ALL)).toBe('done')
  const first = countedIn(demo.cloud)
  expect(first['quiz_standings']).toHaveLength(5)
  goOn()
  await run(ALL)
  const whole = countedIn(demo.cloud)
  expect(whole).not.toEqual(first)

  let deaths = 0
  for (let writes = 1; ; writes++) {
    plant()
    const outcomes = [await run(writes), await run(ALL)]
    expect({ writes, counted: countedIn(demo.cloud) }).toEqual({ writes, counted: first })
    goOn()
    outcomes.push(await run(writes), await run(ALL))
    expect({ writes, counted: countedIn(demo.cloud) }).toEqual({ writes, counted: whole })
    if (!outcomes.includes('died')) break
    deaths += outcomes.filter(outcome => outcome === 'died').length
  }
  expect(deaths).toBeGreaterThan(40)
}, 60_000)
