import * as v from 'valibot'
import { chosenUnit } from '../../../components/unit-field/unit-choice'
import { UNIT_KINDS } from '../../../contract/unit-kinds'
import { applicationSchema } from '../../../contract/units'
import { applyWords, UNIT_KIND_NAMES } from '../../../copy/units'
import { createForm } from '../../../lib/form'
import { keptDraft } from '../../../lib/kept-draft'
import { regionChoiceSchema } from '../../../lib/region-choice'

const { name, kind, parent, proof } = applicationSchema.entries

const chosenParent = v.pipe(v.string(), v.transform(chosenUnit), parent)

export const applyKit = {
  form: createForm(v.object({ name, kind, region: regionChoiceSchema, parent: chosenParent, proof }), {
    name: { label: applyWords.name, kind: 'text' },
    kind: { label: applyWords.kind, kind: 'choice' },
    region: { label: applyWords.region, kind: 'region' },
    parent: { label: applyWords.parent, kind: 'choice' },
    proof: { label: applyWords.proof, kind: 'files' },
  }),
  kept: keptDraft('unit-application'),
  fieldOf: {
    'text-refused': 'name',
    'unit-name-taken': 'name',
    'region-unknown': 'region',
    'unit-unknown': 'parent',
    'file-not-yours': 'proof',
  },
} as const

export const kindChoices = UNIT_KINDS.map(value => ({ value, text: UNIT_KIND_NAMES[value] }))
