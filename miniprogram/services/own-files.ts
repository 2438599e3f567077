/** Files in the person's own folder on the phone, which holds far more than the storage does. */

export const pathOf = (name: string): string => `${wx.env.USER_DATA_PATH}/${name}`

/** Null where there is no such file, or it cannot be read. */
export function readText(name: string): string | null {
  try {
    const text: unknown = wx.getFileSystemManager().readFileSync(pathOf(name), 'utf8')
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}

/** False where the phone has no room for it. */
export function writeText(name: string, text: string): boolean {
  try {
    wx.getFileSystemManager().writeFileSync(pathOf(name), text, 'utf8')
    return true
  } catch {
    return false
  }
}

export function hasOwnFile(name: string): boolean {
  try {
    wx.getFileSystemManager().accessSync(pathOf(name))
    return true
  } catch {
    return false
  }
}

/** What is not there is gone already. */
export function removeOwnFile(name: string): void {
  try {
    wx.getFileSystemManager().unlinkSync(pathOf(name))
  } catch {
    return
  }
}

/**
 * Copies a file of the cloud's storage to this phone.
 * @returns its bytes; `away` where it did not arrive, `full` where it is larger than that or the phone has no room
 */
export async function keepCopy(fileId: string, name: string, mostBytes: number): Promise<number | 'away' | 'full'> {
  const path = await wx.cloud.downloadFile({ fileID: fileId }).then(
    ({ tempFilePath }) => tempFilePath,
    () => null,
  )
  if (path === null) return 'away'
  try {
    const files = wx.getFileSystemManager()
    const stats = files.statSync(path)
    if (Array.isArray(stats) || stats.size > mostBytes) return 'full'
    files.copyFileSync(path, pathOf(name))
    return stats.size
  } catch {
    return 'full'
  }
}
