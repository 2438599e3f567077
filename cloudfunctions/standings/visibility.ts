import type { standings as contract } from '../../miniprogram/contract/standings'
import { belongingOf } from '../people/api'
import type { Handler } from '../platform/context'
import { Refusal } from '../platform/refusal'
import { boards, standings, visibility } from './repository/standings'
import type { Board } from './repository/standings-spec'
import { rowKey } from './write-board'

const TRIES = 3

const renamed = ({ people, round }: Board, person: string, name: string): Board['people'] => {
  const key = rowKey(round, person)
  return people.map(row => (row.key === key ? { ...row, name } : row))
}

/** Once more when the roll-up has written a board meanwhile. Each write of a board makes one that is being made void. */
async function nameOn(round: string, person: string, name: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const board = await boards.get(round)
    if (!board) return
    if (await boards.rename(board, renamed(board, person, name))) return
  }
  throw new Refusal('busy')
}

/** Names a person on the boards of their rounds, or takes the name off. */
export async function nameOnBoards(rounds: readonly string[], person: string, name: string): Promise<void> {
  for (const round of rounds) await nameOn(round, person, name)
}

/** Nothing names the person from now on. Told again it does nothing more. */
export async function hideName(person: string): Promise<void> {
  await visibility.set(person, null)
  await nameOnBoards(await roundsOf(person), person, '')
}

const roundsOf = async (person: string): Promise<string[]> => (await standings.allOf(person)).map(({ round }) => round)

/** The wish is written before the boards, so that a board made in between follows it too. */
export const setVisibility: Handler<typeof contract.setVisibility> = async ({ shown }, { who, now, refusal }) => {
  const { person } = who
  if (!shown) {
    await hideName(person)
    return { shown }
  }
  const belonging = (await belongingOf([person])).get(person)
  if (belonging?.isChild) throw refusal('child-not-named')
  await visibility.set(person, now)
  await nameOnBoards(await roundsOf(person), person, belonging?.nickname ?? '')
  return { shown }
}
