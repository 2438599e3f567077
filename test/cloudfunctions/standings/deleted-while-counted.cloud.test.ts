import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import * as v from 'valibot'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import { attemptOf, clearStandings, personOf } from './stage'

let demo: DemoCloud
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standings-'))
  const entry = join(__dirname, 'doors', 'dying.ts')
  buildSync({ entryPoints: [entry], outfile: join(folder, 'dying', 'index.js'), bundle: true, platform: 'node' })
  demo = await startDemoCloud({ functionsRoot: folder })
  const school = { id: 'school', name: '朔州市第二中学' }
  demo.cloud.database.insert('people', [personOf('leaving', '140600', school), personOf('staying', '140100')])
})
afterAll(async () => {
  await demo.cloud.stop()
  rmSync(folder, { recursive: true })
})

let minutes = 1

/** Runs the roll-up, a little later each time, so that a run that died is known to be over. */
async function run(afterWrites: number): Promise<'done' | 'died'> {
  minutes += 2
  demo.cloud.clock.freeze(demoMoment + minutes * MINUTE)
  const answer = await demo.cloud.call(null, 'dying', { afterWrites })
  return 'result' in answer ? 'done' : 'died'
}

/** What the domains do when somebody deletes themselves: attempts first, then standings. */
function forget(person: string): void {
  for (const name of ['quiz_attempts', 'quiz_standings']) {
    const rest = demo.cloud.database.find(name).filter(document => document['person'] !== person)
    demo.cloud.database.clear(name)
    demo.cloud.database.insert(name, rest)
  }
}

const talliesSchema = v.array(
  v.object({
    kind: v.string(),
    code: v.string(),
    value: v.object({ players: v.number(), attempts: v.number(), sum: v.number() }),
  }),
)

/** What a kind of groups comes to, all of them together. */
function sumOf(kind: string) {
  const all = v.parse(talliesSchema, demo.cloud.database.find('quiz_tallies')).filter(tally => tally.kind === kind)
  const total = (of: 'players' | 'attempts' | 'sum') => all.reduce((sum, { value }) => sum + value[of], 0)
  return [total('players'), total('attempts'), total('sum')]
}

const ALL = 10_000

test.each([0, 1])(
  'who is deleted while a run lies dead is in all counts or in none; counted before: %d times',
  async earlier => {
    let deaths = 0
    for (let writes = 1; ; writes++) {
      clearStandings(demo.cloud)
      demo.cloud.database.clear('quiz_attempts')
      const plant = (person: string, after: number, number: number) =>
        demo.cloud.database.insert('quiz_attempts', [
          attemptOf(demo.cloud, { person, right: 5 + number, seconds: 90, after, number }),
        ])
      if (earlier > 0) {
        plant('leaving', 0, 1)
        await run(ALL)
      }
      const from = earlier * MINUTE
      plant('leaving', from, 1 + earlier)
      plant('staying', from + 1, 1)
      const died = (await run(writes)) === 'died'
      forget('leaving')
      await run(ALL)
      const [round, provinces, cities] = ['round', 'province', 'city'].map(sumOf)
      expect({ writes, provinces, cities }).toEqual({ writes, provinces: round, cities: round })
      // Of the unit nobody else is.
      const unit = sumOf('unit')
      expect({ writes, players: unit[0] }).toEqual({ writes, players: Number(round?.[0]) - 1 })
      if (!died) break
      deaths += 1
    }
    expect(deaths).toBeGreaterThan(5)
  },
  60_000,
)
