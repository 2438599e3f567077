import * as v from 'valibot'
import { HOLDER_LIMIT, holderSchema } from '../../../contract/certificates'
import { certificateWords } from '../../../copy/certificates'
import { createForm } from '../../../lib/form'
import { keptDraft } from '../../../lib/kept-draft'

export const nameKit = {
  form: createForm(v.object({ name: holderSchema }), { name: { label: certificateWords.name, kind: 'text' } }),
  kept: keptDraft('certificate-name'),
  fieldOf: { 'text-refused': 'name' },
} as const

export const NAME_LIMIT = HOLDER_LIMIT
