import type { quiz } from '../../miniprogram/contract/quiz'
import type { Handlers } from '../platform/context'
import { issueCertificate, listCertificates, verifyCertificate } from './certificates'
import { ownSubmitted } from './own-attempt'
import { paperOf } from './papers'
import { posterCode } from './poster-code'
import { resultOf, summaryOf } from './replies'
import { attempts } from './repository/attempts'
import { rounds } from './repository/rounds'
import { startAttempt } from './start-attempt'
import { submitAttempt } from './submit-attempt'

export const handlers: Handlers<typeof quiz> = {
  startAttempt,

  submitAttempt,

  async showResult({ ticket }, context) {
    const attempt = await ownSubmitted(ticket, context)
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
