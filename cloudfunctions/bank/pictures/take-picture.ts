import type { QuestionInput } from '../../../miniprogram/contract/bank-questions'
import type { Context } from '../../platform/context'
import { contentOf, isOwnFile } from '../../platform/files'
import type { Refusal } from '../../platform/refusal'
import { checkPicture } from '../../platform/picture-safety'
import { keepInBank } from './bank-files'
import { judgedPicture } from './picture-rules'

type Picture = QuestionInput['picture']

type Fault =
  | 'file-not-yours'
  | 'picture-unreadable'
  | 'picture-too-large'
  | 'picture-odd-size'
  | 'picture-refused'
  | 'picture-credit-missing'
  | 'busy'

type Taking = Pick<Context, 'who'> & { readonly refusal: (code: Fault) => Refusal }

/**
 * Copies what the organiser's own phone has sent to where all phones may read it. A save that fails after this leaves a file
 * that nothing refers to; the same picture sent again takes its place.
 * @returns the id of the copy; null where the picture is no new one
 */
export async function takePicture(picture: Picture, context: Taking): Promise<string | null> {
  if (picture === null || !isOwnFile(picture.file, context.who.person)) return null
  if (picture.credit === null) throw context.refusal('picture-credit-missing')
  const bytes = await contentOf(picture.file).catch(() => null)
  if (bytes === null) throw context.refusal('file-not-yours')
  const judged = judgedPicture(bytes)
  if (typeof judged === 'string') throw context.refusal(judged)
  await checkPicture(context, { bytes, type: judged.type })
  return keepInBank(bytes, judged)
}

/**
 * The picture as the new version has it: the copy just taken, or the one that the version before has. No other file is
 * taken, so that nobody points a question at what is not the bank's.
 */
export function pictureToStore(
  picture: Picture,
  { taken, before }: { taken: string | null; before: Picture },
  context: Taking,
): Picture {
  if (picture === null) return null
  if (taken !== null) return { ...picture, file: taken }
  if (picture.file !== before?.file) throw context.refusal('file-not-yours')
  if (picture.credit === null && before.credit !== null) throw context.refusal('picture-credit-missing')
  return picture
}
