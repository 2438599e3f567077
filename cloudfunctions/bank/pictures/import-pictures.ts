import type { Problem } from '../../../miniprogram/contract/question-files'
import { checkPicture } from '../../platform/picture-safety'
import type { Refusal } from '../../platform/refusal'
import type { Question } from '../../quiz/api'
import type { PlacedDraft } from '../formats/question-files'
import { problem } from '../formats/raw-question'
import { keepInBank } from './bank-files'
import { judgedPicture, placeIn, placeOf } from './picture-rules'

/** The bank's files by where they lie, as far as a question shows them. */
type Known = ReadonlyMap<string, string>

export const picturesOf = (stored: readonly Question[]): Known =>
  new Map(
    stored.flatMap(({ picture }) => {
      const place = picture && placeIn(picture.file)
      return picture && place !== null ? [[place, picture.file] as const] : []
    }),
  )

/** Drafts with the files that the bank has already; what is new is still named by its place. */
export const withKnown = (drafts: readonly PlacedDraft[], known: Known): PlacedDraft[] =>
  drafts.map(placed => {
    const file = placed.draft.picture && known.get(placed.draft.picture.file)
    if (!placed.draft.picture || !file) return placed
    return { ...placed, draft: { ...placed.draft, picture: { ...placed.draft.picture, file } } }
  })

/** Pictures that a file names without carrying them have to be the bank's, or anything could be shown there. */
export function unknownPictures(drafts: readonly PlacedDraft[], stored: readonly Question[]): Problem[] {
  const files = new Set(stored.flatMap(({ picture }) => (picture ? [picture.file] : [])))
  return drafts.flatMap(({ at, draft, picture }) =>
    draft.picture && picture === null && !files.has(draft.picture.file)
      ? [problem('picture-unknown', at, draft.picture.file, 'picture.file')]
      : [],
  )
}

interface Checking {
  readonly refusal: (code: 'picture-refused' | 'busy') => Refusal
}

/** Puts the pictures that are new into the bank, each once and checked. @returns what the bank has then */
export async function takePictures(drafts: readonly PlacedDraft[], known: Known, context: Checking): Promise<Known> {
  const all = new Map(known)
  for (const { picture } of drafts) {
    const judged = picture && judgedPicture(picture)
    if (!picture || !judged || typeof judged === 'string') continue
    const place = placeOf(picture, judged)
    if (all.has(place)) continue
    await checkPicture(context, { bytes: picture, type: judged.type })
    all.set(place, await keepInBank(picture, judged))
  }
  return all
}
