import * as v from 'valibot'
import type { ErrorCode } from '../contract/errors'

const failureSchema = v.object({ errCode: v.optional(v.number()), errMsg: v.optional(v.string(), '') })

/** errCode of wx.cloud.callFunction → our code; the numbers are the platform's. */
const BY_NUMBER: Readonly<Record<number, ErrorCode>> = {
  [-404005]: 'cloud-timeout',
  [-504003]: 'cloud-timeout',
  [-501003]: 'busy',
  [-501004]: 'busy',
}

/** Rates before sizes: both are said to "exceed a limit". */
const BY_TEXT: readonly (readonly [RegExp, ErrorCode])[] = [
  [/rate ?limit|(request|concurrent|connection)[\w ]*limit|too many/i, 'busy'],
  [/max_?payload|exceed.*size|larger than|too large/i, 'payload-too-large'],
  [/timed? ?out|polling exceed/i, 'cloud-timeout'],
  [/request:fail|network|ERR_|socket|interrupted/i, 'network-lost'],
]

/** Names what went wrong between the phone and the function, when no function answered. */
export function failureCode(raw: unknown): ErrorCode {
  const failure = v.safeParse(failureSchema, raw)
  if (!failure.success) return 'cloud-unreachable'
  const { errCode, errMsg } = failure.output
  const byNumber = errCode === undefined ? undefined : BY_NUMBER[errCode]
  return byNumber ?? BY_TEXT.find(([pattern]) => pattern.test(errMsg))?.[1] ?? 'cloud-unreachable'
}
