import type { IconName } from '../components/icon/icon-names'
import type { ActivityKind } from '../contract/activities'

interface ActivityLook {
  icon: IconName
  accent: 'green' | 'sun' | 'water' | 'earth'
}

/** The face of each activity, the same wherever it is shown. */
export const ACTIVITY_LOOKS: Record<ActivityKind, ActivityLook> = {
  quiz: { icon: 'sparkles', accent: 'green' },
  'biodiversity-works': { icon: 'camera', accent: 'green' },
  'award-works': { icon: 'award', accent: 'sun' },
  explainers: { icon: 'mic', accent: 'sun' },
  showcase: { icon: 'monitor-play', accent: 'water' },
  experts: { icon: 'users-round', accent: 'water' },
  'student-action': { icon: 'flag', accent: 'earth' },
  training: { icon: 'graduation-cap', accent: 'water' },
  'open-days': { icon: 'calendar-days', accent: 'earth' },
}
