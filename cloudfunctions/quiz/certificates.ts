import type {
  CertificateContent,
  EarnedCertificate,
  IssuedCertificate,
  VerifiedCertificate,
} from '../../miniprogram/contract/certificates'
import type { quiz } from '../../miniprogram/contract/quiz'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { dayOf } from '../../miniprogram/contract/time'
import { forgiveTries, guardTries, longCodeOfCall } from '../platform/codes'
import type { Handler } from '../platform/context'
import { checkText } from '../platform/safety'
import { earnedBy } from './certificate-rules'
import { attempts } from './repository/attempts'
import { certificates, type StoredCertificate } from './repository/certificates'
import { type Round, rounds } from './repository/rounds'

type IssueCertificate = Handler<typeof quiz.issueCertificate>
type IssueContext = Parameters<IssueCertificate>[1]

const PURPOSE = 'certificate'

interface Earned extends CertificateContent {
  score: number
}

const issuedOf = ({ code, name, issuedAt, state }: StoredCertificate): IssuedCertificate => ({
  code,
  name,
  day: dayOf(issuedAt),
  waits: state === 'waits',
})

function earnedOf(round: Round, score: number, stored: StoredCertificate | undefined): EarnedCertificate[] {
  const earned = earnedBy(round, score)
  return earned ? [{ round: round._id, ...earned, score, issued: stored ? issuedOf(stored) : null }] : []
}

/** What somebody's best attempt of a round earns as it is scored now. Two reads. */
async function earnedIn(id: string, person: string): Promise<Earned | null> {
  const [round, best] = [await rounds.get(id), await attempts.bestOf(person, id)]
  const score = best?.score ?? null
  if (!round || score === null) return null
  const earned = earnedBy(round, score)
  return earned && { ...earned, score }
}

export const listCertificates: Handler<typeof quiz.listCertificates> = async (_input, { who }) => {
  const best = await attempts.bestOfEachRound(who.person)
  if (best.length === 0) return []
  const stored = await certificates.allOf(who.person)
  const played = await rounds.byIds(best.map(({ round }) => round))
  return played.flatMap(round => {
    const score = best.find(attempt => attempt.round === round._id)?.score ?? null
    const own = stored.find(certificate => certificate.round === round._id)
    return score === null ? [] : earnedOf(round, score, own)
  })
}

/** What is stored is the name alone: what it is for follows the attempts, also where a ruling scores them anew. */
export const issueCertificate: IssueCertificate = async ({ round, name }, context) => {
  const { person } = context.who
  const earned = await earnedIn(round, person)
  if (!earned) throw context.refusal('certificate-unknown')
  const stored = await write(round, name, await certificates.of(round, person), context)
  return { round, ...earned, issued: issuedOf(stored) }
}

async function write(round: string, name: string, before: StoredCertificate | null, context: IssueContext) {
  if (before?.name === name) return before // judged before, or the answer to the first sending was lost
  const { who, now, refusal } = context
  const code = before?.code ?? longCodeOfCall(context, `${PURPOSE} ${round}`)
  const region = context.standing.region ?? COUNTRY
  const verdict = await checkText(context, { text: name, place: 'certificate', subject: code, region })
  const state = verdict === 'waits' ? 'waits' : 'shown'
  const fresh = { person: who.person, round, code, name, state, issuedAt: now, picture: '' } as const
  const written = before ? await certificates.change(before, { name, state }) : await certificates.insert(fresh)
  if (!written) throw refusal('busy') // another phone of the same person was faster; asked again, it corrects
  return before ? ({ ...before, name, state } as const) : { ...fresh, _id: '' }
}

export const verifyCertificate: Handler<typeof quiz.verifyCertificate> = async ({ code }, context) => {
  await guardTries(context, PURPOSE)
  const stored = await certificates.byCode(code)
  const earned = stored?.state === 'shown' ? await earnedIn(stored.round, stored.person) : null
  if (!stored || !earned) throw context.refusal('certificate-unknown')
  await forgiveTries(context, PURPOSE)
  const { certificate, year, roundTitle, band } = earned
  const verified: VerifiedCertificate = {
    certificate,
    year,
    roundTitle,
    band,
    holder: stored.name,
    day: dayOf(stored.issuedAt),
  }
  return verified
}
