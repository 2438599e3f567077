import * as v from 'valibot'
import { ACTIVITY_KINDS, type ActivityKind } from '../../../miniprogram/contract/activities'
import { REMINDER_KINDS, type ReminderKind } from '../../../miniprogram/contract/notices'
import { type Instant, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { atMost, before, oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'

/** More than one person can have of a year. */
const MOST_OF_A_PERSON = 100

export const messageAgreementsSpec = defineCollection({
  name: 'message_agreements',
  purpose: 'A person’s agreement to one message, and what became of it.',
  schema: v.object({
    _id: v.string(),
    person: v.string(),
    purpose: v.picklist(['activity', 'liaison', 'score']),
    /** Of an activity's: the edition, the activity and what is to be said; 0 and empty for others. */
    year: v.number(),
    activity: v.picklist([...ACTIVITY_KINDS, '']),
    kind: v.picklist([...REMINDER_KINDS, '']),
    /** When it is due; 0 where somebody else decides. */
    sendAt: instantSchema,
    /** Of a score's: the attempt that has changed, and the score that its owner knows; empty until one has. */
    attempt: v.optional(v.string(), ''),
    from: v.optional(v.number(), 0),
    /** `due` is a score's that has something to tell. `sending` is written before the message goes out: what stays so was cut off and is not tried again. */
    state: v.picklist(['waiting', 'due', 'sending', 'sent', 'refused', 'missed']),
    /** Idempotency key of the agreement. */
    agreedWith: v.string(),
  }),
  indexes: [
    {
      name: 'purpose_state_due',
      fields: [
        ['purpose', 1],
        ['state', 1],
        ['sendAt', 1],
      ],
      unique: false,
    },
    {
      name: 'subject',
      fields: [
        ['year', 1],
        ['activity', 1],
        ['kind', 1],
        ['state', 1],
      ],
      unique: false,
    },
    { name: 'person', fields: [['person', 1]], unique: false },
  ],
  personal: ['_id', 'person', 'activity', 'kind', 'attempt', 'from'],
  retention: 'Thirty days after it was due, and until the person asks for deletion.',
})

export type StoredAgreement = v.InferOutput<typeof messageAgreementsSpec.schema>
type State = StoredAgreement['state']

const agreements = collection(messageAgreementsSpec)

export interface Subject {
  year: number
  activity: ActivityKind
  kind: ReminderKind
}

const reminderId = ({ year, activity, kind }: Subject, person: string) => `${year}.${activity}.${kind}.${person}`

const SETTLED_OR_WAITING: readonly State[] = ['waiting', 'sent', 'refused', 'missed']
/** Nothing more comes of these. */
export const OVER: readonly State[] = ['sending', 'sent', 'refused', 'missed']

/**
 * Notes an agreement in the place of an earlier one. The same call asked again notes none.
 * @param over states of an earlier one that may be written over
 */
export async function note(agreement: StoredAgreement, over = SETTLED_OR_WAITING): Promise<void> {
  const { _id, ...terms } = agreement
  const earlier = await agreements.get(_id)
  if (earlier?.agreedWith === agreement.agreedWith) return
  // An earlier one on its way out right now has its own agreement: it is not disturbed.
  if (earlier) await agreements.update({ _id, state: oneOf(over) }, terms)
  else await agreements.insert(agreement)
}

/** An agreement that nothing has come of yet. */
export const fresh = { state: 'waiting', attempt: '', from: 0 } as const

/** Somebody else decides when there is something to say. */
export const OF_NO_ACTIVITY = { year: 0, activity: '', kind: '', sendAt: 0 } as const

export const messageAgreements = {
  noteReminder: (subject: Subject, person: string, sendAt: Instant, key: string): Promise<void> =>
    note({
      ...fresh,
      ...subject,
      _id: reminderId(subject, person),
      person,
      purpose: 'activity',
      sendAt,
      agreedWith: key,
    }),

  noteLiaison: (person: string, key: string): Promise<void> =>
    note({
      ...fresh,
      _id: `liaison.${person}`,
      person,
      purpose: 'liaison',
      ...OF_NO_ACTIVITY,
      agreedWith: key,
    }),

  /** Takes a person's agreement, once: of two who ask at the same moment one gets it. One write. */
  take: async (person: string, purpose: 'liaison'): Promise<boolean> =>
    (await agreements.update({ _id: `${purpose}.${person}`, state: 'waiting' }, { state: 'sent' })) === 1,

  waitingOf: (person: string): Promise<StoredAgreement[]> =>
    agreements.find({ person, purpose: 'activity', state: 'waiting' }, { limit: MOST_OF_A_PERSON }),

  allOf: (person: string): Promise<StoredAgreement[]> => agreements.find({ person }, { limit: MOST_OF_A_PERSON }),

  forgetReminder: (person: string, activity: ActivityKind, kind: ReminderKind): Promise<number> =>
    agreements.remove({ person, purpose: 'activity', activity, kind, state: 'waiting' }),

  forgetPerson: (person: string): Promise<number> => agreements.remove({ person }),

  due: (now: Instant, limit: number): Promise<StoredAgreement[]> =>
    agreements.find({ purpose: 'activity', state: 'waiting', sendAt: atMost(now) }, { orderBy: ['sendAt', 1], limit }),

  /** False when it was not in that state any more: somebody else was quicker. */
  move: async (id: string, from: State, to: State): Promise<boolean> =>
    (await agreements.update({ _id: id, state: from }, { state: to })) === 1,

  /** After a change of a window: what waits for it is due with the new one. */
  reschedule: (subject: Subject, sendAt: Instant): Promise<number> =>
    agreements.update({ ...subject, state: 'waiting' }, { sendAt }),

  removeBefore: (bound: Instant): Promise<number> =>
    agreements.remove({ purpose: oneOf(['activity', 'score']), state: oneOf(OVER), sendAt: before(bound) }),
}
