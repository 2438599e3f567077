import { logUnexpected } from '../platform/log'
import { type MessageTemplate, sendMessage } from '../platform/messages'
import { messageAgreements, type StoredAgreement } from './repository/message-agreements'

/** What one run of the timer did. `lost` went out with an error: it may have arrived, so it is not tried again. */
export interface SendReport {
  sent: number
  refused: number
  missed: number
  lost: number
}

/** `elsewhere` is another run's, or waits still. */
export type Outcome = keyof SendReport | 'elsewhere'

export interface Run {
  now: number
  requestId: string
}

interface Message {
  template: MessageTemplate
  page: string
  data: Record<string, string>
}

/** Sends the message of an agreement that has been marked as being sent, and notes what became of it. */
export async function sendTaken(
  { _id, person }: StoredAgreement,
  message: Message,
  requestId: string,
): Promise<'sent' | 'refused' | 'lost'> {
  try {
    const outcome = (await sendMessage({ person, ...message })) === 'sent' ? 'sent' : 'refused'
    await messageAgreements.move(_id, 'sending', outcome)
    return outcome
  } catch (error) {
    logUnexpected(requestId, error)
    return 'lost'
  }
}

const AT_ONCE = 10
const MOST_A_RUN = 1000

/**
 * Settles what is due, ten at a time. A run that meets an error stops, so that an outage costs few messages.
 * @param due those that are due now, the oldest first; what was settled is due no more
 */
export async function settleAll(
  report: SendReport,
  due: (limit: number) => Promise<StoredAgreement[]>,
  settle: (agreements: readonly StoredAgreement[]) => Promise<Outcome[]>,
): Promise<void> {
  for (let looked = 0; looked < MOST_A_RUN && report.lost === 0; looked += AT_ONCE) {
    const agreements = await due(AT_ONCE)
    if (agreements.length === 0) return
    for (const outcome of await settle(agreements)) if (outcome !== 'elsewhere') report[outcome] += 1
  }
}
