import * as v from 'valibot'
import { noticeSchema, notices } from '../../../contract/notices'
import type { RegionCode } from '../../../contract/regions'
import { writeWords } from '../../../copy/desk-notices'
import { createForm } from '../../../lib/form'
import type { FormKit } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'

const { title, text } = noticeSchema.entries
const { addition } = notices.forward.input.entries

const noticeForm = createForm(v.object({ title, text }), {
  title: { label: writeWords.headline, kind: 'text' },
  text: { label: writeWords.text, kind: 'text' },
})

const forwardForm = createForm(v.object({ addition }), { addition: { label: writeWords.addition, kind: 'text' } })

/** A notice of one's own, its draft kept for each region. */
export const noticeKit = (region: RegionCode): FormKit<{ title: string; text: string }> => ({
  form: noticeForm,
  kept: keptDraft(`notice:${region}`),
  fieldOf: { 'text-refused': 'text' },
})

/** What is added to a notice from above. */
export const forwardKit = (region: RegionCode, notice: string): FormKit<{ addition: string }> => ({
  form: forwardForm,
  kept: keptDraft(`forward:${region}:${notice}`),
  fieldOf: { 'text-refused': 'addition' },
})
