/** Bytes of a picture that a question may have. */
export const LARGEST_PICTURE = 1024 * 1024

/** Sides of a picture, px: the shorter one at least, the longer one at most. */
export const PICTURE_SIDES = { least: 100, most: 2000 }

/** What keeps a picture out, by its bytes. */
export const PICTURE_FAULTS = ['picture-unreadable', 'picture-too-large', 'picture-odd-size'] as const

export type PictureFault = (typeof PICTURE_FAULTS)[number]
