/** What the platform's check of pictures looks at, px; more does not show on a phone either. */
const WIDEST = 750
const TALLEST = 1334

/** The same picture no larger than needed, as a temporary file; as it is where the phone cannot make it smaller. */
export async function shrinkPicture(path: string): Promise<string> {
  try {
    const { width, height } = await wx.getImageInfo({ src: path })
    const share = Math.min(WIDEST / width, TALLEST / height)
    if (share >= 1) return path
    const size = { compressedWidth: Math.floor(width * share), compressedHeight: Math.floor(height * share) }
    return (await wx.compressImage({ src: path, quality: 85, ...size })).tempFilePath
  } catch {
    return path
  }
}
