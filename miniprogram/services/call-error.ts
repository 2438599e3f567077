import type { Detail, ErrorCode } from '../contract/errors'

/** A call that was refused or never arrived. Pages show the words `copy/errors.ts` has for its code. */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: Detail = {},
    /** Finds the call in the function's log; part of it is shown to the person. */
    readonly requestId = '',
  ) {
    super(code)
    this.name = 'CallError'
  }
}

/** What a page can say about anything that went wrong. */
export const asCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError('unexpected')
