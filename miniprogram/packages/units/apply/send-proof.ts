import { errorWords } from '../../../copy/errors'
import { changeField, type FormPage } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import { takeBack, uploadFile } from '../../../services/files'
import { newIdempotencyKey } from '../../../services/idempotency-key'
import { me } from '../../../stores/me'
import { applyKit } from './apply-form'
import { added, arrivedIn, changed, type ProofFile, without } from './proof-files'

export interface ProofPage extends FormPage {
  files: ProofFile[]
}

const MOST_BYTES = 10 * 1024 * 1024

/** The form and its draft hold what has arrived, and nothing else. */
function showFiles(view: View<ProofPage>, files: ProofFile[]): void {
  const before = arrivedIn(view.state.files)
  view.show({ files })
  const after = arrivedIn(files)
  if (after.join() !== before.join()) changeField(view, applyKit, 'proof', after)
}

/** Sends a picture that is on the page, or sends it again. */
export async function send(view: View<ProofPage>, id: string): Promise<void> {
  const path = view.state.files.find(file => file.id === id)?.path ?? ''
  const update = (change: Partial<ProofFile>) => {
    showFiles(view, changed(view.state.files, id, change))
  }
  update({ state: 'sending', share: 0, problem: '' })
  try {
    const { folder } = await me()
    const heard = (share: number) => {
      update({ share })
    }
    const fileId = await uploadFile({ folder, purpose: 'proof', key: id, path, mostBytes: MOST_BYTES, heard })
    update({ state: 'done', share: 1, fileId })
  } catch (problem) {
    update({ state: 'failed', problem: errorWords(problem) })
  }
}

export async function add(view: View<ProofPage>, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const id = newIdempotencyKey()
    showFiles(view, added(view.state.files, id, path))
    await send(view, id)
  }
}

/** Nobody has seen it yet, so it goes from the storage as well. */
export async function remove(view: View<ProofPage>, id: string): Promise<void> {
  const { files } = view.state
  showFiles(view, without(files, id))
  await takeBack(arrivedIn(files.filter(file => file.id === id)))
}
