import type { Activity } from '../../miniprogram/contract/activities'
import { COUNTRY } from '../../miniprogram/contract/regions'
import type { Context } from '../platform/context'
import { checkTextAgain } from '../platform/safety'

type Words = Pick<
  Activity,
  'name' | 'summary' | 'theme' | 'audience' | 'contact' | 'steps' | 'requirements' | 'attachments'
>

/** The most characters that the platform checks at once. */
const CHECKED_AT_ONCE = 2500

const textsOf = ({ name, summary, theme, audience, contact, steps, requirements, attachments }: Words): string[] => [
  ...[name, summary, theme, audience, contact, ...steps, ...requirements],
  ...attachments.map(attachment => attachment.name),
]

/** What a change would newly say to people, in portions that can be checked at once; none where nothing is new. */
export function newTexts(before: Words, change: Words, reason: string): string[] {
  const known = new Set(['', ...textsOf(before)])
  const portions: string[] = []
  let portion = ''
  for (const text of [...textsOf(change), reason].filter(said => !known.has(said))) {
    const longer = portion === '' ? text : `${portion}\n${text}`
    if (longer.length > CHECKED_AT_ONCE) portions.push(portion)
    portion = longer.length > CHECKED_AT_ONCE ? text : longer
  }
  return portion === '' ? portions : [...portions, portion]
}

/**
 * Lets what is new be judged before anybody sees it. What waits is handed to the organisers, and the whole change is to be
 * saved again when they have let it pass: nothing of it is half there meanwhile. At most a read and a write a portion.
 */
export async function checkNewTexts(
  texts: readonly string[],
  subject: string,
  context: Context<'text-refused' | 'change-waits'>,
): Promise<void> {
  let waits = false
  for (const text of texts) {
    const verdict = await checkTextAgain(context, { text, place: 'activity', subject, region: COUNTRY })
    waits ||= verdict === 'waits'
  }
  if (waits) throw context.refusal('change-waits')
}
