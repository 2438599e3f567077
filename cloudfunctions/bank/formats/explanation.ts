import type { Explanation } from '../../../miniprogram/contract/questions'
import { TRAP } from '../words'
import type { Field } from './fields'

const SEAM = `\n\n${TRAP}`

/** One text of feedback, as formats have it that know no trap. */
const joined = ({ why, trap }: Explanation): string => (trap === '' ? why : `${why}${SEAM}${trap}`)

export function parted(feedback: string): Explanation {
  const at = feedback.indexOf(SEAM)
  return at === -1
    ? { why: feedback, trap: '' }
    : { why: feedback.slice(0, at), trap: feedback.slice(at + SEAM.length) }
}

/** The feedback, and where it would come apart in another place than it was joined, both halves as fields. */
export function feedbackOf(explanation: Explanation): { feedback: string; fields: Partial<Record<Field, string>> } {
  const feedback = joined(explanation)
  const again = parted(feedback)
  const same = again.why === explanation.why && again.trap === explanation.trap
  const fields = { 'explanation.why': explanation.why, 'explanation.trap': explanation.trap }
  return { feedback, fields: same ? {} : fields }
}
