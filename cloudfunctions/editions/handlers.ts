import type { editions as editionsContract } from '../../miniprogram/contract/editions'
import { COUNTRY } from '../../miniprogram/contract/regions'
import type { Handlers } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { rounds } from '../quiz/api'
import { calendarText } from './calendar'
import { editActivity } from './edit-activity'
import { editable, headOf, scheduleOf } from './replies'
import { editions } from './repository/editions'
import { arrange, inCalendarOrder, offerOf } from './rules'
import { scheduleDays } from './schedule-days'
import { calendarFile } from './words'
import { openYear, publishYear } from './years'

export const handlers: Handlers<typeof editionsContract> = {
  async home(_input, context) {
    const { now } = context
    const edition = await editions.published(now)
    if (!edition) throw context.refusal('edition-missing')
    const quiz = offerOf(await rounds.current(now), now)
    return { now, edition: headOf(edition), activities: arrange(edition.activities, now), quiz }
  },

  async showSchedule({ year }, context) {
    const { now } = context
    const shown = await editions.shown(now)
    const edition = shown.find(candidate => (year === null ? candidate.state === 'published' : candidate.year === year))
    if (!edition) throw context.refusal('edition-missing')
    return scheduleOf(
      edition,
      shown.map(candidate => candidate.year),
      now,
    )
  },

  async exportCalendar({ year, item }, context) {
    const { now } = context
    const edition = (await editions.shown(now)).find(candidate => candidate.year === year)
    if (!edition) throw context.refusal('edition-missing')
    const isAsked = (name: string) => item === null || name === item
    const activities = inCalendarOrder(edition.activities, now).filter(({ kind }) => isAsked(kind))
    const days = scheduleDays(year).filter(({ id }) => isAsked(id))
    const [first] = [...activities, ...days]
    if (!first) throw context.refusal('activity-unknown')
    const name = calendarFile(edition, item === null ? null : first)
    return { name, text: await calendarText(edition, activities, days, now) }
  },

  async showEdition({ year }, context) {
    mustOrganise(context, COUNTRY)
    const edition = await editions.get(year)
    if (!edition) throw context.refusal('edition-missing')
    return editable(edition)
  },

  editActivity,
  openYear,
  publishYear,
}
