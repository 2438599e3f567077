import type { Schedule } from '../../../contract/editions'
import { monthDay, windowText } from '../../../copy/moments'
import { archiveTitle, archiveWords } from '../../../copy/schedule'
import { startOfDay } from '../../../contract/time'
import { ACTIVITY_LOOKS } from '../../../lib/activity-looks'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { openPage, openTab } from '../../../services/navigation'
import { scheduleOf } from '../../../stores/schedule'

interface ArchiveState extends Loading {
  year: string
  title: string
  theme: string
  activities: { kind: string; name: string; window: string; icon: string; accent: string }[]
  days: { id: string; name: string; note: string }[]
}

/** A year that is over: what there was, and when. */
function contentOf({ edition, activities, days }: Schedule): Partial<ArchiveState> {
  return {
    ...READY,
    title: archiveTitle(edition.year),
    theme: edition.theme,
    activities: activities.map(activity => ({
      kind: activity.kind,
      name: activity.name,
      window: windowText(activity),
      ...ACTIVITY_LOOKS[activity.kind],
    })),
    days: days.map(({ id, name, note, day }) => ({
      id,
      name,
      note: [monthDay(startOfDay(day)), note].filter(Boolean).join(' · '),
    })),
  }
}

async function load(view: View<ArchiveState>): Promise<void> {
  try {
    view.show(contentOf(await scheduleOf(Number(view.state.year))))
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const archiveModel: PageModel<ArchiveState> = {
  state: { ...LOADING, year: '', title: '', theme: '', activities: [], days: [] },
  words: archiveWords,

  opened(view, { year = '' }) {
    view.show({ year })
    return load(view)
  },
  shared: ({ state: { title, year } }) => ({ title, path: routes.archive({ year }) }),

  on: {
    retry: retrying(load),
    async openActivity({ state: { year } }, event) {
      await openPage(routes.activity({ kind: textOf(event, 'value'), year }))
    },
    async goSchedule() {
      await openTab(routes.schedule())
    },
  },
}
