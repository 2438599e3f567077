/**
 * Every way a call can be refused, in the whole product. The words people read stand in `copy/errors.ts`;
 * `retry` says whether the same call, with the same idempotency key, may be sent again.
 */
export const ERRORS = {
  // the phone's own
  'network-lost': { retry: true },
  'cloud-unreachable': { retry: true },
  'cloud-timeout': { retry: true },
  'page-unreachable': { retry: true },

  // the door's: any procedure may answer these
  'malformed-request': { retry: false },
  'unknown-procedure': { retry: false },
  'invalid-input': { retry: false },
  'payload-too-large': { retry: false },
  'identity-missing': { retry: false },
  forbidden: { retry: false },
  busy: { retry: true },
  unexpected: { retry: false },

  // editions
  'edition-missing': { retry: false },

  // quiz
  'quiz-closed': { retry: false },
  'no-attempts-left': { retry: false },
  'paper-unavailable': { retry: false },
  'attempt-unknown': { retry: false },
  'attempt-not-yours': { retry: false },
  'attempt-expired': { retry: false },
  'attempt-already-submitted': { retry: false },
  'attempt-still-open': { retry: false },
  'answers-off-paper': { retry: false },
} as const satisfies Record<string, { retry: boolean }>

export type ErrorCode = keyof typeof ERRORS

export type PhoneCode = 'network-lost' | 'cloud-unreachable' | 'cloud-timeout' | 'page-unreachable'

export type DoorCode =
  | 'malformed-request'
  | 'unknown-procedure'
  | 'invalid-input'
  | 'payload-too-large'
  | 'identity-missing'
  | 'forbidden'
  | 'busy'
  | 'unexpected'

/** What a procedure itself may answer; it must declare each one. */
export type DomainCode = Exclude<ErrorCode, PhoneCode | DoorCode> | 'busy'

export const isErrorCode = (text: unknown): text is ErrorCode => typeof text === 'string' && text in ERRORS

/** Facts that belong to a refusal and that its sentence may use: an instant, a number, a field's path. */
export type Detail = Readonly<Record<string, string | number>>
