import type { Picture } from '../../../contract/questions'
import { LARGEST_PICTURE } from '../../../contract/question-pictures'
import { editQuestionWords } from '../../../copy/bank-edit'
import { errorWords } from '../../../copy/errors'
import type { FileState } from '../../../copy/forms'
import type { Draft } from '../../../lib/form'
import { changeField, type FormKit, type FormPage } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import { choosePictures, takeBack, uploadFile } from '../../../services/files'
import { newIdempotencyKey } from '../../../services/idempotency-key'
import { shrinkPicture } from '../../../services/shrink-picture'
import { me } from '../../../stores/me'
import type { EditedQuestion } from './question-form'

/** A picture on its way, as the upload field shows it. */
interface Sending {
  id: string
  name: string
  state: FileState
  share: number
  thumb: string
  problem: string
}

export interface PicturePage extends FormPage {
  /** One while it is sent or could not be; none else. */
  sent: Sending[]
  /** Where the picture of the form lies on this phone; empty for one that was there before. */
  onPhone: string
  /** The file of the version that is edited: never taken back. */
  before: { question: { picture: Picture | null } } | null
}

type PictureView = View<PicturePage>

/** The text of a field; empty where it holds none. */
export const textIn = (draft: Draft, name: string): string => {
  const text = draft[name]
  return typeof text === 'string' ? text : ''
}

/** The picture as it is written so far; null for none. */
export function pictureIn({ form: { draft }, onPhone }: Pick<PicturePage, 'form' | 'onPhone'>): Picture | null {
  const file = textIn(draft, 'picture')
  if (file === '') return null
  const [author, licence] = [textIn(draft, 'pictureAuthor'), textIn(draft, 'pictureLicence')]
  const credit = author === '' && licence === '' ? null : { author, licence }
  return { file: onPhone || file, alt: textIn(draft, 'pictureAlt'), credit }
}

/** Files that nobody refers to once another one, or none, stands in the form. */
const given = (view: PictureView, file: string): string[] =>
  file === '' || file === view.state.before?.question.picture?.file ? [] : [file]

const tile = (key: string, path: string): Sending => ({
  ...{ id: key, name: editQuestionWords.picture, state: 'sending', share: 0, thumb: path, problem: '' },
})

/** Changes the tile as long as it is there: who sends it may have given it up. */
function update(view: PictureView, key: string, change: Partial<Sending>): void {
  view.show({ sent: view.state.sent.map(one => (one.id === key ? { ...one, ...change } : one)) })
}

/** Sends a picture; the one it replaces goes only when it has arrived. */
async function send(view: PictureView, kit: FormKit<EditedQuestion>, path: string): Promise<void> {
  const key = newIdempotencyKey()
  view.show({ sent: [tile(key, path)] })
  try {
    const { folder } = await me()
    const heard = (share: number) => {
      update(view, key, { share })
    }
    const mostBytes = LARGEST_PICTURE
    const fileId = await uploadFile({ folder, purpose: 'question', key, path, mostBytes, heard })
    if (view.state.sent[0]?.id !== key) {
      await takeBack([fileId])
      return
    }
    const old = given(view, textIn(view.state.form.draft, 'picture'))
    changeField(view, kit, 'picture', fileId)
    view.show({ sent: [], onPhone: path })
    await takeBack(old)
  } catch (problem) {
    update(view, key, { state: 'failed', problem: errorWords(problem) })
  }
}

/** The picture that was there before stays. */
export function giveUpSending(view: PictureView): void {
  view.show({ sent: [] })
}

export async function choosePicture(view: PictureView, kit: FormKit<EditedQuestion>): Promise<void> {
  const [chosen] = await choosePictures(1)
  if (chosen) await send(view, kit, await shrinkPicture(chosen.path))
}

export async function sendAgain(view: PictureView, kit: FormKit<EditedQuestion>): Promise<void> {
  const [failed] = view.state.sent
  if (failed?.state === 'failed') await send(view, kit, failed.thumb)
}

/** Another picture needs other words, so those go as well. */
export async function removePicture(view: PictureView, kit: FormKit<EditedQuestion>): Promise<void> {
  const old = given(view, textIn(view.state.form.draft, 'picture'))
  for (const name of ['picture', 'pictureAlt', 'pictureAuthor', 'pictureLicence']) changeField(view, kit, name, '')
  view.show({ sent: [], onPhone: '' })
  await takeBack(old)
}

/** Once it is saved the bank has a copy of its own. */
export const dropUpload = (view: PictureView): Promise<void> =>
  takeBack(given(view, textIn(view.state.form.draft, 'picture')))
