import type { DataFile } from '../contract/files'
import { CallError } from './call-error'

const OK = 200

/** A file at an address, as a file on the phone. Throws CallError `file-not-opened`. */
export const download = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode === OK) resolve(tempFilePath)
        else reject(new CallError('file-not-opened'))
      },
      fail: reject,
    })
  })

/**
 * Fetches a workbook that was made for an organiser and shows it, by the address it came with: it lies in nobody's own
 * folder, so that its id alone opens nothing. Throws CallError `file-not-opened`.
 */
export async function openExport({ url }: DataFile): Promise<void> {
  try {
    await wx.openDocument({ filePath: await download(url), fileType: 'xlsx', showMenu: true })
  } catch {
    throw new CallError('file-not-opened')
  }
}
