/** Texts in the person's own folder on the phone, which holds far more than the storage does. */

const pathOf = (name: string): string => `${wx.env.USER_DATA_PATH}/${name}`

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
