import { ticketOf } from './replies'
import { attempts } from './repository/attempts'
import { rounds } from './repository/rounds'
import { roundName } from './words'

/** A score as it counts now, and where its owner finds it. */
interface ScoreToTell {
  round: string
  score: number
  ticket: string
}

/** Of those of these attempts that are there, scored and not set aside, by id. Two reads. */
export async function scoresToTell(ids: readonly string[]): Promise<ReadonlyMap<string, ScoreToTell>> {
  const found = await attempts.byIds(ids)
  const names = new Map((await rounds.byIds([...new Set(found.map(({ round }) => round))])).map(nameOf))
  return new Map(
    found.flatMap(attempt => {
      const { _id, round, score, setAside } = attempt
      return score === null || setAside
        ? []
        : [[_id, { round: names.get(round) ?? '', score, ticket: ticketOf(attempt) }]]
    }),
  )
}

const nameOf = ({ _id, title, opensAt }: { _id: string; title: string; opensAt: number }): [string, string] => [
  _id,
  roundName(title, opensAt),
]
