/** Puts a picture into the phone's album; false where the person does not want that, or has not allowed it. */
export async function saveToAlbum(path: string): Promise<boolean> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath: path })
    return true
  } catch {
    return false
  }
}
