import * as v from 'valibot'
import { notices } from '../contract/notices'
import type { AttemptResult } from '../contract/quiz'
import { agreementWords, scoreMessageWords } from '../copy/subscribe'
import { keptStore } from '../lib/keep'
import { sendOnce } from '../lib/send-once'
import { tell } from '../lib/tell'
import { askAgreementTo } from '../services/subscribe'
import { isRescoringSeen } from './rescorings'

/** Whether the person has agreed here to one message about a changed score, and has not seen a change since. */
const agreed = keptStore('quiz-score-message', v.boolean(), false)

/** An agreement that the platform has counted and that did not reach the cloud: nobody is asked twice for one message. */
let counted = false

/** The template to offer with this result; empty where there is none, or nothing left to offer. */
export function scoreOffer({ ticket, rescored, scoreTemplate }: AttemptResult): string {
  // A change that is seen for the first time is what the message was for: another one may be agreed to.
  if (rescored && !isRescoringSeen(ticket, rescored.at)) agreed.set(false)
  return agreed.get() ? '' : scoreTemplate
}

/** Asks for one agreement in the handler of a tap; answers what is left to be offered. Throws CallError. */
export async function agreeToScoreMessage(template: string): Promise<string> {
  const answer = counted ? 'accepted' : await askAgreementTo(template)
  if (answer !== 'accepted') {
    await tell({ ...agreementWords, ...scoreMessageWords }[answer])
    return template
  }
  counted = true
  await sendOnce(notices.tellMyScore, {})
  counted = false
  agreed.set(true)
  await tell(scoreMessageWords.agreed)
  return ''
}
