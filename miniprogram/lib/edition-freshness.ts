import type { Home } from '../contract/editions'
import { type Instant, MINUTE } from '../contract/time'

/** Until when, by the server's clock, an answer about the year may be shown without asking again: nothing opens or closes before. */
export function goodUntil({ now, activities, quiz }: Pick<Home, 'now' | 'activities' | 'quiz'>): Instant {
  const moments = [...activities.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]), quiz?.closesAt ?? 0]
  return Math.min(now + MINUTE, ...moments.filter(moment => moment > now))
}
