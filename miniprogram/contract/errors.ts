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
  'file-too-large': { retry: false },
  'file-not-opened': { retry: true },

  // the door's: any procedure may answer these
  'malformed-request': { retry: false },
  'unknown-procedure': { retry: false },
  'invalid-input': { retry: false },
  'payload-too-large': { retry: false },
  'identity-missing': { retry: false },
  forbidden: { retry: false },
  'consent-missing': { retry: false },
  busy: { retry: true },
  unexpected: { retry: false },

  // whoever reaches for what is not theirs, or hands in what cannot be
  'out-of-scope': { retry: false },
  'text-refused': { retry: false },
  'text-waits': { retry: false },
  'change-waits': { retry: false },
  'file-not-yours': { retry: false },
  'region-unknown': { retry: false },
  'already-decided': { retry: false },
  'too-late': { retry: false },
  'too-many-rows': { retry: false },

  // codes that are typed in
  'code-wrong': { retry: false },
  'code-expired': { retry: false },
  'code-used': { retry: false },
  'too-many-tries': { retry: false },

  // people
  'guardian-missing': { retry: false },
  'person-unknown': { retry: false },
  'grant-unknown': { retry: false },
  'review-unknown': { retry: false },
  'last-administrator': { retry: false },
  'hand-over-first': { retry: false },

  // units
  'unit-unknown': { retry: false },
  'unit-closed': { retry: false },
  'unit-not-confirmed': { retry: false },
  'application-decided': { retry: false },
  'unit-name-taken': { retry: false },
  'already-in-a-unit': { retry: false },
  'not-in-a-unit': { retry: false },
  'liaison-changed': { retry: false },
  'liaison-missing': { retry: false },

  // editions
  'edition-missing': { retry: false },
  'edition-changed': { retry: false },
  'edition-exists': { retry: false },
  'edition-archived': { retry: false },
  'activity-unknown': { retry: false },
  'window-backwards': { retry: false },
  'window-off-year': { retry: false },
  'reason-missing': { retry: false },

  // notices
  'notice-unknown': { retry: false },
  'notice-not-from-above': { retry: false },
  'already-forwarded': { retry: false },

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
  'certificate-unknown': { retry: false },
  'child-not-named': { retry: false },
  'suspicion-unknown': { retry: false },

  // the bank of questions, its rounds and what players report
  'question-unknown': { retry: false },
  'question-changed': { retry: false },
  'question-open': { retry: false },
  'question-unverified': { retry: false },
  'question-incomplete': { retry: false },
  'question-own': { retry: false },
  'picture-credit-missing': { retry: false },
  'picture-unreadable': { retry: false },
  'picture-too-large': { retry: false },
  'picture-odd-size': { retry: false },
  'picture-refused': { retry: false },
  'import-wrong': { retry: false },
  'round-unknown': { retry: false },
  'round-changed': { retry: false },
  'round-running': { retry: false },
  'round-off-window': { retry: false },
  'round-overlaps': { retry: false },
  'report-unknown': { retry: false },
  'already-reported': { retry: false },
} as const satisfies Record<string, { retry: boolean }>

export type ErrorCode = keyof typeof ERRORS

export type PhoneCode =
  'network-lost' | 'cloud-unreachable' | 'cloud-timeout' | 'page-unreachable' | 'file-too-large' | 'file-not-opened'

export type DoorCode =
  | 'malformed-request'
  | 'unknown-procedure'
  | 'invalid-input'
  | 'payload-too-large'
  | 'identity-missing'
  | 'forbidden'
  | 'consent-missing'
  | 'busy'
  | 'unexpected'

/** What a procedure itself may answer; it must declare each one. */
export type DomainCode = Exclude<ErrorCode, PhoneCode | DoorCode> | 'busy'

export const isErrorCode = (text: unknown): text is ErrorCode => typeof text === 'string' && text in ERRORS

/** Facts that belong to a refusal and that its sentence may use: an instant, a number, a field's path. */
export type Detail = Readonly<Record<string, string | number>>
