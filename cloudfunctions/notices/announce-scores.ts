import { type Instant, MINUTE } from '../../miniprogram/contract/time'
import { type ChangedScore, scoreAgreements } from './repository/score-agreements'

/**
 * Longer than a function can live: when a message is due, whoever announced its change has written it or is dead. And
 * rulings that come close together make one message.
 */
const SETTLING = 2 * MINUTE

/**
 * Puts changes of scores that are about to be written on the way to whoever agreed to hear of one. It comes before the
 * change, so that a job that is cut off in between announces the same change again; what is sent is read when it is sent.
 * One read, and a write for each who listens.
 */
export async function announceScores(changes: readonly (ChangedScore & { person: string })[], now: Instant) {
  const persons = [...new Set(changes.map(({ person }) => person))]
  if (persons.length === 0) return
  const sendAt = now + SETTLING
  for (const listener of await scoreAgreements.listeners(persons)) {
    const own = changes.filter(({ person }) => person === listener.person)
    // A change that is on its way keeps the score that its owner knows.
    const again = own.find(({ attempt }) => listener.state === 'due' && attempt === listener.attempt)
    if (again && (await scoreAgreements.postpone(listener._id, again.attempt, sendAt))) continue
    const [first] = own
    if (first) await scoreAgreements.makeDue(listener._id, first, sendAt)
  }
}
