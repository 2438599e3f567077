import { scheduleWords, weekday } from '../../copy/schedule'
import { monthDay } from '../../copy/moments'
import type { Schedule } from '../../contract/editions'
import { fileHandlers, offerFile, rememberDay } from '../../lib/calendar-sharing'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { failed, LOADING } from '../../lib/loading'
import { routes } from '../../lib/routes'
import { type ScheduleFilter, WHOLE_YEAR } from '../../lib/schedule-filter'
import { itemsOf, type ScheduleItem } from '../../lib/schedule-items'
import { textOf } from '../../lib/text-of'
import { openPage } from '../../services/navigation'
import { knownNotices, newestNotices, ownRegion } from '../../stores/notices'
import { currentSchedule, refreshSchedule, schedule } from '../../stores/schedule'
import { serverNow } from '../../stores/server-clock'
import { contentOf, initialState, type ScheduleState, sortIn } from './schedule-state'

/** Draws what is known anew, by another filter or a later clock. */
function draw(view: View<ScheduleState>, change: Partial<ScheduleFilter> = {}): void {
  const known = schedule.get()
  if (known) view.show(contentOf(known, knownNotices(), { ...view.state.filter, ...change }, serverNow()))
}

/** Notices join the days when they come; without them the schedule is whole all the same. */
async function joinNotices(view: View<ScheduleState>): Promise<void> {
  const heard = await newestNotices(await ownRegion()).catch(() => null)
  if (heard) draw(view)
}

async function load(view: View<ScheduleState>, ask: () => Promise<Schedule>): Promise<void> {
  draw(view)
  try {
    await ask()
    draw(view)
    await joinNotices(view)
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

function itemOf(id: string): ScheduleItem | undefined {
  const known = schedule.get()
  return known ? itemsOf(known, knownNotices().items).find(item => item.id === id) : undefined
}

const mayBeHosted = (sort: ScheduleFilter['sort']): boolean => sort === 'all' || sort === 'open' || sort === 'activity'

const dateText = ({ at }: ScheduleItem): string => `${monthDay(at)} ${weekday(at)}`

/** An activity and a notice have pages of their own; a day is shown where it stands. */
async function openItem(view: View<ScheduleState>, item: ScheduleItem): Promise<void> {
  const { activity, sort, id, region, name, note, at } = item
  if (activity) await openPage(routes.activity({ kind: activity }))
  else if (sort === 'notice') await openPage(routes.notice({ id: id.replace('notice-', ''), region }))
  else view.show({ looked: { day: id.replace('day-', ''), name, note, at, date: dateText(item) } })
}

export const scheduleModel: PageModel<ScheduleState> = {
  state: initialState,
  words: scheduleWords,

  shown: view => load(view, currentSchedule),
  refreshed: view => load(view, refreshSchedule),
  shared: () => ({ title: scheduleWords.shareTitle, path: routes.schedule() }),

  on: {
    ...fileHandlers,

    async retry(view) {
      view.show(LOADING)
      await load(view, refreshSchedule)
    },
    /** A notice belongs to the day it was written: none lies ahead. */
    chooseSort(view, event) {
      const sort = sortIn(textOf(event, 'value'))
      draw(view, {
        sort,
        ...(sort === 'notice' ? { stretch: WHOLE_YEAR } : { region: '' }),
        ...(mayBeHosted(sort) ? {} : { unit: '' }),
      })
    },
    chooseStretch(view, event) {
      draw(view, { stretch: textOf(event, 'value') })
    },
    chooseRegion(view, event) {
      draw(view, { region: textOf(event, 'value') })
    },
    /** Whoever looks for something looks in the whole year. */
    search(view, event) {
      const text = textOf(event, 'text')
      draw(view, text === '' ? { text } : { text, stretch: WHOLE_YEAR })
    },
    askUnit(view) {
      view.show({ choosing: true })
    },
    closeUnits(view) {
      view.show({ choosing: false })
    },
    /** Only activities have a host. */
    chooseUnit(view, event) {
      const { sort } = view.state.filter
      view.show({ choosing: false })
      draw(view, { unit: textOf(event, 'value'), ...(mayBeHosted(sort) ? {} : { sort: 'activity' }) })
    },
    everyUnit(view) {
      draw(view, { unit: '' })
    },
    showAll(view) {
      draw(view, { sort: 'all', region: '', unit: '', stretch: WHOLE_YEAR })
    },
    async openDay(view, event) {
      const item = itemOf(textOf(event, 'value'))
      if (item) await openItem(view, item)
    },
    closeDay(view) {
      view.show({ looked: null })
    },
    async keepDay(view) {
      const { looked } = view.state
      view.show({ looked: null })
      if (looked) await rememberDay({ title: looked.name, note: looked.note, day: looked.at })
    },
    async makeDayFile(view) {
      const { looked, year } = view.state
      view.show({ looked: null })
      if (looked) await offerFile(view, year, looked.day)
    },
    makeFile: view => offerFile(view, view.state.year, null),
    async openYear(_view, event) {
      await openPage(routes.archive({ year: textOf(event, 'value') }))
    },
  },
}
