import type { Activity } from '../../miniprogram/contract/editions'
import type { ReminderKind } from '../../miniprogram/contract/notices'
import { covers, type RegionCode } from '../../miniprogram/contract/regions'
import { DAY, type Instant } from '../../miniprogram/contract/time'

/** At the opening, or a day before the end. */
export const momentToRemind = ({ opensAt, closesAt }: Activity, kind: ReminderKind): Instant =>
  kind === 'activity-opens' ? opensAt : Math.max(closesAt - DAY, opensAt)

/** Whether one region lies strictly above another. */
export const isAbove = (region: RegionCode, other: RegionCode): boolean => region !== other && covers(region, other)

/** What a notice says, with what it passes on below it. */
export const wholeText = (text: string, passedOn: string | null): string =>
  [text, passedOn ?? ''].filter(part => part !== '').join('\n\n')
