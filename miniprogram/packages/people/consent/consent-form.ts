import * as v from 'valibot'
import { AGE_BANDS } from '../../../contract/people'
import { consentWords } from '../../../copy/people'
import { createForm } from '../../../lib/form'

export const asksGuardian = (ageBand: unknown): boolean => ageBand === 'under-14'

const fieldsSchema = v.object({
  ageBand: v.picklist(AGE_BANDS),
  agrees: v.literal(true),
  guardianAgrees: v.boolean(),
})

const isGuarded = ({ ageBand, guardianAgrees }: { ageBand: string; guardianAgrees: boolean }): boolean =>
  guardianAgrees || !asksGuardian(ageBand)

/** A child's consent counts with a guardian's own tick beside it. */
const consentSchema = v.pipe(
  fieldsSchema,
  v.forward(v.partialCheck([['ageBand'], ['guardianAgrees']], isGuarded), ['guardianAgrees']),
)

export const consentForm = createForm(consentSchema, {
  ageBand: { label: consentWords.ageBand, kind: 'choice' },
  agrees: { label: consentWords.agree, kind: 'consent' },
  guardianAgrees: { label: consentWords.guardian, kind: 'consent', wrong: consentWords.guardianMissing },
})
