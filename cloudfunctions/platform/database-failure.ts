import * as v from 'valibot'

export const textOf = (error: unknown): string =>
  error instanceof Error ? error.message : v.is(v.object({ errMsg: v.string() }), error) ? error.errMsg : ''

/** The platform names a taken id or unique key in several ways; only the text is common to them. */
export const isDuplicate = (error: unknown): boolean =>
  /E11000|duplicate key|DuplicateWrite|DATABASE_DUPLICATE_WRITE/.test(textOf(error))

const LIMIT_NAMES = /EXCEED_(RATELIMIT|REQUEST_LIMIT|CONCURRENT_REQUEST_LIMIT)/

/** The platform's own limits (requests, connections, server time): the same call may work a moment later. */
export const isBusy = (error: unknown): boolean =>
  v.is(v.object({ errCode: v.picklist([-501003, -501004, -501002]) }), error) ||
  v.is(v.object({ code: v.pipe(v.string(), v.regex(LIMIT_NAMES)) }), error) ||
  LIMIT_NAMES.test(textOf(error))
