import type * as v from 'valibot'
import { reportReasonSchema } from '../../../contract/question-reports'
import { reportWords } from '../../../copy/question-reports'
import { createForm } from '../../../lib/form'
import type { FormKit } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'

const form = createForm(reportReasonSchema, {
  kind: { label: reportWords.kind, kind: 'choice' },
  text: { label: reportWords.text, kind: 'text' },
})

/** @param which names the question on this phone, so that each has a draft of its own */
export const reportKit = (which: string): FormKit<v.InferOutput<typeof reportReasonSchema>> => ({
  form,
  kept: keptDraft(`report:${which}`),
  fieldOf: { 'text-refused': 'text' },
})
