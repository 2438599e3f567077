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
  return openId.success ? { person: openId.output } : null
}

/** Whether a trigger of the function's own config.json calls, by the platform's word alone; no phone can be one. */
export const isTimerCall = (): boolean => cloud.getWXContext().SOURCE === 'wx_trigger'

export const connect = () => cloud.database()

export const storage = {
  upload: (cloudPath: string, fileContent: Buffer): Promise<unknown> => cloud.uploadFile({ cloudPath, fileContent }),
  /** @param maxAge seconds for which the addresses hold */
  addresses: async (fileIds: readonly string[], maxAge: number): Promise<unknown> =>
    cloud.getTempFileURL({ fileList: fileIds.map(fileID => ({ fileID, maxAge })) }),
  download: (fileID: string): Promise<unknown> => cloud.downloadFile({ fileID }),
  remove: async (fileIds: readonly string[]): Promise<unknown> => cloud.deleteFile({ fileList: [...fileIds] }),
}

const isFamily = (value: unknown): value is Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

const isApi = (value: unknown): value is (data: object) => Promise<unknown> => typeof value === 'function'

/** One of WeChat's own APIs, such as `security.msgSecCheck`; the function's config.json has to list it. */
export async function askWeChat(family: string, name: string, data: object): Promise<unknown> {
  const apis: unknown = cloud.openapi[family]
  const api = isFamily(apis) ? apis[name] : undefined
  if (!isApi(api)) throw new TypeError(`there is no ${family}.${name}`)
  return api(data)
}
