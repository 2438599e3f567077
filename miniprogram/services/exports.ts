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

/** A file that was made for an organiser, on this phone for as long as the app is open. Throws CallError `file-not-opened`. */
export async function fetchExport({ url }: DataFile): Promise<string> {
  try {
    return await download(url)
  } catch {
    throw new CallError('file-not-opened')
  }
}

/** Shows a sheet that has been fetched. */
export async function showSheet(path: string): Promise<void> {
  try {
    await wx.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true })
  } catch {
    throw new CallError('file-not-opened')
  }
}

/**
 * Fetches a workbook that was made for an organiser and shows it, by the address it came with: it lies in nobody's own
 * folder, so that its id alone opens nothing. Throws CallError `file-not-opened`.
 */
export const openExport = async (file: DataFile): Promise<void> => showSheet(await fetchExport(file))

/** Hands a file to a chat of the person's choice; only in the handler of a tap. False where this client cannot. */
export async function sendToChat(path: string, name: string): Promise<boolean> {
  if (!wx.canIUse('shareFileMessage')) return false
  await wx.shareFileMessage({ filePath: path, fileName: name }).catch(() => undefined) // not sending after all is no failure
  return true
}
