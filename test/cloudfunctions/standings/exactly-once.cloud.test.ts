import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { ALL, SCHOOL, setDyingStage } from './dying-stage'
import { attemptOf, changeAttempts, clearStandings, countedIn, personOf } from './stage'

const stage = setDyingStage([
  personOf('player-1', '140600', SCHOOL),
  personOf('player-2', '140600', SCHOOL),
  personOf('player-3', '140100'),
])

/** First attempts, better and worse ones after them, one that a ruling scored anew, and people whom nobody knows. */
function plant(): void {
  clearStandings(stage.cloud)
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
  stage.cloud.database.insert(
    'quiz_attempts',
    made.map(attempt => attemptOf(stage.cloud, attempt)),
  )
}

const SET_ASIDE = { setAside: { at: demoMoment, note: '与旁人的一样' }, countedAt: demoMoment + MINUTE + 1 }

/** A second batch moves what the first one counted; a best attempt and an only one are set aside meanwhile. */
function goOn(): void {
  changeAttempts(stage.cloud, ({ person, number }) =>
    (person === 'player-1' && number === 2) || person === 'player-4' ? SET_ASIDE : {},
  )
  stage.cloud.database.insert('quiz_attempts', [
    attemptOf(stage.cloud, { person: 'player-3', right: 10, seconds: 70, after: MINUTE, number: 2 }),
    attemptOf(stage.cloud, { person: 'player-5', right: 1, seconds: 30, after: MINUTE }),
  ])
}

test('a run that dies after any of its writes leaves nothing uncounted and nothing counted twice', async () => {
  plant()
  expect(await stage.run(ALL)).toBe('done')
  const first = countedIn(stage.cloud)
  expect(first['quiz_standings']).toHaveLength(5)
  goOn()
  await stage.run(ALL)
  const whole = countedIn(stage.cloud)
  expect(whole).not.toEqual(first)

  let deaths = 0
  for (let writes = 1; ; writes++) {
    plant()
    const outcomes = [await stage.run(writes), await stage.run(ALL)]
    expect({ writes, counted: countedIn(stage.cloud) }).toEqual({ writes, counted: first })
    goOn()
    outcomes.push(await stage.run(writes), await stage.run(ALL))
    expect({ writes, counted: countedIn(stage.cloud) }).toEqual({ writes, counted: whole })
    if (!outcomes.includes('died')) break
    deaths += outcomes.filter(outcome => outcome === 'died').length
  }
  expect(deaths).toBeGreaterThan(40)
}, 60_000)
