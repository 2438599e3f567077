import type { CertificateContent } from '../../miniprogram/contract/certificates'
import { beijing, type Instant } from '../../miniprogram/contract/time'

const FULL = 100

export interface CertificateTerms {
  title: string
  opensAt: Instant
  /** In any order. */
  certificates: readonly { from: number; name: string }[]
}

/** The best certificate that a score earns in a round; null for none. */
export function earnedBy({ title, opensAt, certificates }: CertificateTerms, score: number): CertificateContent | null {
  const inOrder = [...certificates].sort((a, b) => a.from - b.from)
  const reached = inOrder.filter(({ from }) => from <= score).at(-1)
  if (!reached) return null
  const better = inOrder.find(({ from }) => from > score)
  return {
    certificate: reached.name,
    year: beijing(opensAt).year(),
    roundTitle: title,
    band: { from: reached.from, to: better ? better.from - 1 : FULL },
  }
}
