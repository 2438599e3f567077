/** The icons of lucide that this product draws. Another one is added here and nowhere else. */
export const ICON_NAMES = [
  'award',
  'book-open',
  'book-open-check',
  'calendar-days',
  'camera',
  'check',
  'chevron-right',
  'clock-3',
  'cloud-off',
  'flag',
  'graduation-cap',
  'house',
  'leaf',
  'lock-keyhole',
  'mail',
  'mic',
  'monitor-play',
  'sparkles',
  'timer',
  'user-round',
  'users-round',
  'x',
] as const

export type IconName = (typeof ICON_NAMES)[number]
