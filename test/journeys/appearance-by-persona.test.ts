import { pay, type Round, rounds } from '../../local/shots/visits'
import { becomeElder, ENDS, faultsOfLetters, faultsOn, LARGEST_LETTERS, MODES } from '../support/looks'
import { setStage } from '../support/stage'

const stage = setStage({ units: true })

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

// What lies between the narrowest and the widest is walked in appearance.test.ts, with the same components.
describe.each(MODES)('every page that is open to some only, $mode', ({ theme, elder }) => {
  test('is whole at every width, can be hit, read, and named', async () => {
    const found = await byTwos(async ({ persona, visits }) => {
      const hand = await stage.hold(persona, { theme, motion: 'reduce' })
      const faults: string[] = []
      if (elder) await becomeElder(hand)
      for (const visit of visits) {
        await pay(visit, hand)
        faults.push(...(await faultsOn(hand, elder, ENDS)).map(fault => `${visit.name}: ${fault}`))
      }
      return faults
    })
    expect(found).toEqual([])
  })
})

test('every page that is open to some only bears the largest letters of the phone', async () => {
  const found = await byTwos(async ({ persona, visits }) => {
    const hand = await stage.hold(persona, { fontScale: LARGEST_LETTERS, motion: 'reduce' })
    const faults: string[] = []
    for (const visit of visits) {
      await pay(visit, hand)
      faults.push(...(await faultsOfLetters(hand, ENDS)).map(fault => `${visit.name}: ${fault}`))
    }
    return faults
  })
  expect(found).toEqual([])
})
