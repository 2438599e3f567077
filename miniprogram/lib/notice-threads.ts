import type { Notice } from '../contract/notices'

type Forwarded = NonNullable<Notice['forwards']>

/** A notice with what it passes on inside it, the nearest first: a city's word, the province's, the country's. */
export interface NoticeThread {
  notice: Notice
  inside: Forwarded[]
}

/** What a notice passes on, and what that passed on in turn, as far as it is known here. */
export function insideOf(notice: Notice, known: readonly Notice[]): Forwarded[] {
  const inside: Forwarded[] = []
  let forwarded = notice.forwards
  while (forwarded && !inside.some(({ id }) => id === forwarded?.id)) {
    inside.push(forwarded)
    const { id } = forwarded
    forwarded = known.find(other => other.id === id)?.forwards ?? null
  }
  return inside
}

/**
 * A list in which what somebody passes on stands inside their own notice and not once more by itself; the order stays. What a
 * withdrawn notice passed on stands by itself again.
 */
export function threadsOf(notices: readonly Notice[]): NoticeThread[] {
  const threads = notices.map(notice => ({ notice, inside: insideOf(notice, notices) }))
  const passedOn = new Set(
    threads.filter(({ notice }) => notice.withdrawn === '').flatMap(({ inside }) => inside.map(({ id }) => id)),
  )
  return threads.filter(({ notice }) => !passedOn.has(notice.id))
}
