import { COUNTRY } from '../../miniprogram/contract/regions'
import type { Suspicion } from '../../miniprogram/contract/suspicions'
import { handleOf } from '../people/api'
import { withEach } from '../platform/in-parts'
import { keyedHash } from '../platform/secret'
import type { Attempt } from '../quiz/api'
import type { Batch } from './batch'
import type { Standing } from './repository/standings-spec'
import { placeOfSuspicion, suspicions } from './repository/suspicions'
import { samePatterns } from './rules'

const ID_LENGTH = 24

function keep(attempt: Attempt, kinds: Suspicion['kinds'], region: string): Promise<void> {
  const { round, day, number, person, score, seconds, submittedAt } = attempt
  const _id = keyedHash('suspicion', attempt._id).slice(0, ID_LENGTH)
  const at = submittedAt ?? 0
  return suspicions.keep({
    ...{ _id, person, handle: handleOf(person), kinds, round, day, number, region, at },
    ...{ score: score ?? 0, seconds: seconds ?? 0, decision: null, decisions: 0, isDecided: false },
    place: placeOfSuspicion(region, at, _id),
  })
}

/** Keeps what an organiser should look at: what the submission noticed, and attempts of many people that are too alike. */
export async function findSuspicions(standings: readonly Standing[], batch: Batch): Promise<void> {
  const regions = new Map(standings.map(({ _id, region }) => [_id, region]))
  const alike = samePatterns(batch.attempts)
  const odd = batch.attempts.filter(attempt => attempt.suspicions.length > 0 || alike.has(attempt._id))
  await withEach(odd, attempt => {
    const kinds = [...attempt.suspicions, ...(alike.has(attempt._id) ? (['same-pattern'] as const) : [])]
    return keep(attempt, kinds, regions.get(`${attempt.round}:${attempt.person}`) ?? COUNTRY)
  })
}
