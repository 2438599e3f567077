import * as v from 'valibot'
import { MINUTE } from '../../../miniprogram/contract/time'
import { ALL, SCHOOL, setDyingStage } from './dying-stage'
import { attemptOf, clearStandings, personOf } from './stage'

const stage = setDyingStage([personOf('leaving', '140600', SCHOOL), personOf('staying', '140100')])

/** What the domains do when somebody deletes themselves: attempts first, then standings. */
function forget(person: string): void {
  for (const name of ['quiz_attempts', 'quiz_standings']) {
    const rest = stage.cloud.database.find(name).filter(document => document['person'] !== person)
    stage.cloud.database.clear(name)
    stage.cloud.database.insert(name, rest)
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
  const all = v.parse(talliesSchema, stage.cloud.database.find('quiz_tallies')).filter(tally => tally.kind === kind)
  const total = (of: 'players' | 'attempts' | 'sum') => all.reduce((sum, { value }) => sum + value[of], 0)
  return [total('players'), total('attempts'), total('sum')]
}

test.each([0, 1])(
  'who is deleted while a run lies dead is in all counts or in none; counted before: %d times',
  async earlier => {
    let deaths = 0
    for (let writes = 1; ; writes++) {
      clearStandings(stage.cloud)
      stage.cloud.database.clear('quiz_attempts')
      const plant = (person: string, after: number, number: number) =>
        stage.cloud.database.insert('quiz_attempts', [
          attemptOf(stage.cloud, { person, right: 5 + number, seconds: 90, after, number }),
        ])
      if (earlier > 0) {
        plant('leaving', 0, 1)
        await stage.run(ALL)
      }
      const from = earlier * MINUTE
      plant('leaving', from, 1 + earlier)
      plant('staying', from + 1, 1)
      const died = (await stage.run(writes)) === 'died'
      forget('leaving')
      await stage.run(ALL)
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
