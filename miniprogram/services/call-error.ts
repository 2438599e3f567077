import type { Detail, ErrorCode } from '../contract/errors'

/** A call that was refused or never arrived. Pages show the words `copy/errors.ts` has for its code. */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: Detail = {},
    /** Lets an organiser find the call in the function's log. */
    readonly requestId = '',
  ) {
    super(code)
    this.name = 'CallError'
  }
}

/** What a page can say about anything that went wrong. */
export const asCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError('unexpected')
