import type { Picture } from '../../../miniprogram/contract/questions'
import { MISSING } from '../rules'

const said = (text: string | undefined): string => (text === undefined || text === '' ? MISSING : text)

/** A picture from before credits were asked stays as it is; any other says whose it is, or waits for somebody to write it. */
export function filledPicture(picture: Picture | null, before: Picture | null): Picture | null {
  if (picture === null) return null
  const isAsBefore = picture.file === before?.file && before.credit === null
  if (picture.credit === null && isAsBefore) return picture
  const credit = { author: said(picture.credit?.author), licence: said(picture.credit?.licence) }
  return { file: picture.file, alt: said(picture.alt), credit }
}

/** What is compared to tell whether a picture has changed. */
export const pictureContent = (picture: Picture | null) =>
  picture && [picture.file, picture.alt, picture.credit?.author, picture.credit?.licence]
