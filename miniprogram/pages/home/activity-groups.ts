import type { ActivityNow } from '../../contract/activities'
import type { Home } from '../../contract/editions'
import { freshText, isFresh } from '../../copy/activity'
import { homeWords } from '../../copy/home'
import { remaining } from '../../copy/moments'
import { ACTIVITY_LOOKS } from '../../lib/activity-looks'

export interface ActivityItem {
  kind: string
  name: string
  summary: string
  icon: string
  accent: string
  tag: string
  tone: string
}

export interface ActivityGroup {
  title: string
  open: boolean
  items: ActivityItem[]
}

const itemOf = (activity: ActivityNow, now: number): ActivityItem => {
  const { text, tone } = remaining(activity, now)
  const { kind, name, changed } = activity
  const summary = isFresh(changed, now) ? freshText(activity) : activity.summary
  return { kind, name, summary, ...ACTIVITY_LOOKS[kind], tag: text, tone }
}

/** The activities as home shows them: what is open, what comes, what is over; the quiz has a card of its own. */
export function groupsOf({ activities, now, quiz }: Home): ActivityGroup[] {
  const titles = { open: homeWords.open, upcoming: homeWords.upcoming, closed: homeWords.closed }
  const listed = activities.filter(activity => activity.kind !== 'quiz' || quiz === null)
  return (['open', 'upcoming', 'closed'] as const)
    .map(phase => ({
      title: titles[phase],
      open: phase === 'open',
      items: listed.filter(activity => activity.phase === phase).map(activity => itemOf(activity, now)),
    }))
    .filter(group => group.items.length > 0)
}
