import type { EditableEdition, Edition, Schedule } from '../../miniprogram/contract/editions'
import type { Instant } from '../../miniprogram/contract/time'
import type { StoredEdition } from './repository/editions'
import { inCalendarOrder } from './rules'
import { scheduleDays } from './schedule-days'

export const headOf = ({ year, title, theme }: StoredEdition): Edition => ({ year, title, theme })

export const editable = (edition: StoredEdition): EditableEdition => ({
  ...headOf(edition),
  state: edition.state,
  version: edition.version,
  activities: edition.activities,
})

export const scheduleOf = (edition: StoredEdition, years: readonly number[], now: Instant): Schedule => ({
  now,
  edition: headOf(edition),
  state: edition.state,
  activities: inCalendarOrder(edition.activities, now),
  days: scheduleDays(edition.year),
  years: [...years],
})
