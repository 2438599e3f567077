import { endingOf } from '../device/files/media-types'
import { type Options, WxFailure } from './asynchronous'
import { requiredText, textOf } from './options'
import type { Family, Phone } from './phone'
import { downloadTask, uploadTask } from './transfer-task'

const NOT_LISTED = 600002

/** Only the local cloud's own addresses are on the list of domains. */
function refuseForeign(url: string): void {
  if (new URL(url, location.href).origin !== location.origin)
    throw new WxFailure('url not in domain list', { errno: NOT_LISTED })
}

async function download({ files, network }: Phone, options: Options): Promise<object> {
  const url = requiredText(options, 'url')
  refuseForeign(url)
  const response = await network.fetch(url, {})
  const bytes = new Uint8Array(await response.arrayBuffer())
  const ending = endingOf(new URL(url, location.href).pathname)
  const path = textOf(options, 'filePath')
  if (path !== '') files.write(path, bytes)
  const found = path === '' ? files.addTemporary(bytes, ending === '' ? '' : `.${ending}`) : path
  return { statusCode: response.status, [path === '' ? 'tempFilePath' : 'filePath']: found }
}

/** Plain transfers, which on a phone reach the listed domains only. */
export function transferFamily(phone: Phone): Family {
  const { asynchronous } = phone
  const downloadFile = asynchronous.make('downloadFile', options => download(phone, options))
  const uploadFile = asynchronous.make('uploadFile', () => {
    throw new WxFailure('url not in domain list', { errno: NOT_LISTED })
  })
  return {
    downloadFile: (given: unknown): unknown => downloadFile(given) ?? downloadTask().face(),
    uploadFile: (given: unknown): unknown => uploadFile(given) ?? uploadTask().face(),
  }
}
