import { pay, type Round, rounds } from '../../local/shots/visits'
import { seriousFaults } from '../support/accessibility'
import { becomeElder, ELDER, faultsAt, LARGEST_LETTERS, MODES, SCREEN, USUAL } from '../support/looks'
import { setStage } from '../support/stage'

const stage = setStage({ units: true })

/** The narrowest and the widest: what lies between is walked in appearance.test.ts, with the same components. */
const ENDS = [320, 768]

/** Goes on one after the other, two people at a time. */
async function byTwos(look: (round: Round) => Promise<string[]>): Promise<string[]> {
  const waiting = [...rounds]
  const found: string[] = []
  const walk = async () => {
    for (let round = waiting.pop(); round; round = waiting.pop()) found.push(...(await look(round)))
  }
  await Promise.all([walk(), walk()])
  return found
}

describe.each(MODES)('every page that is open to some only, $mode', ({ theme, elder, mode }) => {
  test('is whole at every width, can be hit, read, and named', async () => {
    const found = await byTwos(async ({ persona, visits }) => {
      const hand = await stage.hold(persona, { theme })
      const faults: string[] = []
      if (elder) await becomeElder(hand)
      for (const visit of visits) {
        await pay(visit, hand)
        await hand.settles()
        const here = [
          ...(await seriousFaults(hand.page)),
          ...(await faultsAt(mode === 'dark' ? [] : ENDS, hand, elder ? ELDER : USUAL)),
        ]
        faults.push(...here.map(fault => `${visit.name}: ${fault}`))
        await hand.page.setViewportSize({ width: 375, height: SCREEN })
      }
      return faults
    })
    expect(found).toEqual([])
  })
})

test('every page that is open to some only bears the largest letters of the phone', async () => {
  const found = await byTwos(async ({ persona, visits }) => {
    const hand = await stage.hold(persona, { fontScale: LARGEST_LETTERS })
    const faults: string[] = []
    for (const visit of visits) {
      await pay(visit, hand)
      faults.push(...(await faultsAt(ENDS, hand, USUAL)).map(fault => `${visit.name}: ${fault}`))
      await hand.page.setViewportSize({ width: 375, height: SCREEN })
    }
    return faults
  })
  expect(found).toEqual([])
})
