import { beijing, type Instant } from '../../miniprogram/contract/time'
import { editions } from '../editions/api'
import type { Refusal } from '../platform/refusal'

interface Asked {
  readonly now: Instant
  readonly refusal: (code: 'edition-missing') => Refusal
}

/** The year of the edition that runs. */
export async function currentYear({ now, refusal }: Asked): Promise<number> {
  const edition = await editions.published(now)
  if (!edition) throw refusal('edition-missing')
  return edition.year
}

/** Where a unit is shown even though no edition runs: the calendar's year then. */
export async function yearShown(now: Instant): Promise<number> {
  const edition = await editions.published(now)
  return edition?.year ?? beijing(now).year()
}
