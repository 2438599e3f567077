import * as v from 'valibot'
import { procedure, returns } from './rpc'
import type { Day } from './time'

/** The letters and digits of a certificate's code, as it is compared: 59 bits that nobody guesses. */
export const CERTIFICATE_CODE_LENGTH = 12

export const HOLDER_LIMIT = 20

/** As people type or paste it: in small letters, in groups. */
const certificateCodeSchema = v.pipe(
  v.string(),
  v.maxLength(40),
  v.toUpperCase(),
  v.transform(text => text.replace(/[\s-]/g, '')),
  v.regex(/^[0-9A-Z]{12}$/),
)

const roundIdSchema = v.pipe(v.string(), v.maxLength(40), v.regex(/^[0-9a-z-]+$/))

export const holderSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(HOLDER_LIMIT))

/** From the lowest score that earns a certificate to the highest that earns none better; 0 to 100, both included. */
export interface ScoreBand {
  from: number
  to: number
}

/** What a certificate says besides the name of who holds it. */
export interface CertificateContent {
  /** What it is called. */
  certificate: string
  year: number
  /** Empty for the only round of its year. */
  roundTitle: string
  band: ScoreBand
}

export interface IssuedCertificate {
  /** Names it, and proves it to whoever types it in. */
  code: string
  /** As the holder wrote it. */
  name: string
  day: Day
  /** An organiser has yet to look at the name; until then nobody can verify the certificate. */
  waits: boolean
}

/** A certificate that the caller's best attempt of a round has earned. */
export interface EarnedCertificate extends CertificateContent {
  round: string
  /** The best score; only its holder is told. */
  score: number
  /** Null until the holder has asked for it. */
  issued: IssuedCertificate | null
}

export interface VerifiedCertificate extends CertificateContent {
  holder: string
  day: Day
}

/** What the domain `quiz` does about certificates. */
export const certificates = {
  /** The caller's own, from their best attempts as they are scored now; newest round first. */
  listCertificates: procedure('quiz.listCertificates', {
    kind: 'read',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<EarnedCertificate[]>(),
    errors: [],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  /** Puts a name on a certificate, one a person and round; asked again with another name it is corrected and keeps its code. */
  issueCertificate: procedure('quiz.issueCertificate', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({ round: roundIdSchema, name: holderSchema }),
    output: returns<EarnedCertificate>(),
    errors: ['certificate-unknown', 'text-refused', 'busy'],
    cost: { reads: 4, writes: 2, cold: 0 },
  }),

  /** What a code stands for, to anybody who has it. A try in five of an hour, given back where the code is right. */
  verifyCertificate: procedure('quiz.verifyCertificate', {
    kind: 'write',
    role: 'public',
    scope: 'none',
    input: v.strictObject({ code: certificateCodeSchema }),
    output: returns<VerifiedCertificate>(),
    errors: ['certificate-unknown', 'too-many-tries', 'busy'],
    cost: { reads: 4, writes: 2, cold: 0 },
  }),

  /**
   * The mini-program code of the caller's own certificate of a round, or, without one, of the quiz itself: an address of a
   * picture, good for ten minutes. Each is drawn once.
   */
  posterCode: procedure('quiz.posterCode', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({ round: v.nullable(roundIdSchema) }),
    output: returns<{ url: string }>(),
    errors: ['certificate-unknown', 'busy'],
    cost: { reads: 1, writes: 1, cold: 0 },
  }),
}
