import type { Instant } from '../../../miniprogram/contract/time'
import { atMost, oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { fresh, messageAgreementsSpec, note, OF_NO_ACTIVITY, OVER, type StoredAgreement } from './message-agreements'

const agreements = collection(messageAgreementsSpec)

/** A score that a ruling changes: the attempt, and what its owner knows of it. */
export interface ChangedScore {
  attempt: string
  from: number
}

const idOf = (person: string) => `score.${person}`

/** Agreements to hear of a changed score: one a person, until a score of theirs changes. */
export const scoreAgreements = {
  /** One that is being sent goes out on its own agreement: a new one may take its place. */
  note: (person: string, key: string): Promise<void> =>
    note({ ...fresh, ...OF_NO_ACTIVITY, _id: idOf(person), person, purpose: 'score', agreedWith: key }, [
      'waiting',
      ...OVER,
    ]),

  /** Who of these people, at most a hundred, has agreed and has not heard yet. One read. */
  listeners: (persons: readonly string[]): Promise<StoredAgreement[]> =>
    agreements.find(
      { _id: oneOf(persons.map(idOf)), state: oneOf(['waiting', 'due']) },
      { limit: Math.max(1, persons.length) },
    ),

  /** Says what there is to tell; false when the agreement is waiting no more. */
  makeDue: async (id: string, { attempt, from }: ChangedScore, sendAt: Instant): Promise<boolean> =>
    (await agreements.update({ _id: id, state: 'waiting' }, { state: 'due', attempt, from, sendAt })) === 1,

  /** Puts off what there is to tell of this attempt; false when it is due no more. */
  postpone: async (id: string, attempt: string, sendAt: Instant): Promise<boolean> =>
    (await agreements.update({ _id: id, state: 'due', attempt }, { sendAt })) === 1,

  due: (now: Instant, limit: number): Promise<StoredAgreement[]> =>
    agreements.find({ purpose: 'score', state: 'due', sendAt: atMost(now) }, { orderBy: ['sendAt', 1], limit }),

  /** Takes one that is due, to be sent; false when somebody else has it, or its score is just changing again. */
  take: async ({ _id, sendAt }: StoredAgreement): Promise<boolean> =>
    (await agreements.update({ _id, state: 'due', sendAt }, { state: 'sending' })) === 1,

  /** There is nothing to tell after all: it waits for another change. */
  giveBack: async ({ _id, sendAt }: StoredAgreement): Promise<void> => {
    await agreements.update({ _id, state: 'due', sendAt }, { ...fresh, sendAt: 0 })
  },
}
