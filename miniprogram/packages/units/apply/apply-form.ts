import * as v from 'valibot'
import { UNIT_KINDS } from '../../../contract/unit-kinds'
import { applicationSchema } from '../../../contract/units'
import { applyWords, UNIT_KIND_NAMES } from '../../../copy/units'
import { createForm } from '../../../lib/form'
import { keptDraft } from '../../../lib/kept-draft'
import { regionChoiceSchema } from '../../../lib/region-choice'

const { name, kind, proof } = applicationSchema.entries

export const applyKit = {
  form: createForm(v.object({ name, kind, region: regionChoiceSchema, proof }), {
    name: { label: applyWords.name, kind: 'text' },
    kind: { label: applyWords.kind, kind: 'choice' },
    region: { label: applyWords.region, kind: 'region' },
    proof: { label: applyWords.proof, kind: 'files' },
  }),
  kept: keptDraft('unit-application'),
  fieldOf: {
    'text-refused': 'name',
    'unit-name-taken': 'name',
    'region-unknown': 'region',
    'file-not-yours': 'proof',
  },
} as const

export const kindChoices = UNIT_KINDS.map(value => ({ value, text: UNIT_KIND_NAMES[value] }))
