import * as cloud from 'wx-server-sdk'
import * as v from 'valibot'
import type { Who } from './context'

// A document that is missing is answered as null, not thrown.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true, throwOnNotFound: false })

/** The SDK turns identities of digits only into numbers. */
const openIdSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.minLength(1))

/** Who is calling, by the platform's word alone; null where the platform names nobody (a timer, the console). */
export function callerOf(): Who | null {
  const openId = v.safeParse(openIdSchema, cloud.getWXContext().OPENID)
  return openId.success ? { person: openId.output, roles: ['public'] } : null
}

export const connect = () => cloud.database()
