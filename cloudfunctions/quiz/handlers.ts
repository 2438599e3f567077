import type { quiz } from '../../miniprogram/contract/quiz'
import type { Handlers } from '../platform/context'
import { issueCertificate, listCertificates, verifyCertificate } from './certificates'
import { paperOf } from './papers'
import { posterCode } from './poster-code'
import { resultOf, summaryOf } from './replies'
import { attempts } from './repository/attempts'
import { rounds } from './repository/rounds'
import { stateOf } from './rules'
import { startAttempt } from './start-attempt'
import { submitAttempt } from './submit-attempt'
import { ownTicket } from './ticket'

export const handlers: Handlers<typeof quiz> = {
  startAttempt,

  submitAttempt,

  async showResult({ ticket }, context) {
    const place = ownTicket(ticket, context.who.person)
    if (typeof place === 'string') throw context.refusal(place)
    const attempt = await attempts.get(place)
    if (!attempt) throw context.refusal('attempt-unknown')
    const state = stateOf(attempt, context.now)
    if (state === 'open') throw context.refusal('attempt-still-open')
    if (state === 'expired') throw context.refusal('attempt-expired')
    const current = await rounds.currentWithBank(context.now)
    return resultOf(attempt, await paperOf(attempt, current), current)
  },

  async listAttempts(_input, { who, now }) {
    const latest = await attempts.latestOf(who.person)
    return latest.map(attempt => summaryOf(attempt, now))
  },

  listCertificates,
  issueCertificate,
  verifyCertificate,
  posterCode,
}
