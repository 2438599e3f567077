import * as v from 'valibot'
import { activityKindSchema } from '../../../contract/activities'
import { activityWords } from '../../../copy/activity'
import { whileBusy } from '../../../lib/busy'
import { fileHandlers, offerFile, rememberDay } from '../../../lib/calendar-sharing'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { openTab } from '../../../services/navigation'
import { serverNow } from '../../../stores/server-clock'
import { contentOf } from './activity-content'
import { type ActivityState, initialState } from './activity-state'
import { findActivity } from './find-activity'
import { prepareReminders, remind } from './remind'

/** What stands on the screen stays when asking fails. */
async function load(view: View<ActivityState>): Promise<void> {
  const { kind, asked } = view.state
  try {
    const found = await findActivity(kind, asked)
    view.show(
      found ? contentOf(found, serverNow()) : { phase: 'failed', problem: activityWords.missing, mayRetry: false },
    )
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

async function loadAll(view: View<ActivityState>): Promise<void> {
  await load(view)
  if (view.state.offers.length === 0) return
  await prepareReminders()
  await load(view)
}

export const activityModel: PageModel<ActivityState> = {
  state: initialState,
  words: activityWords,

  opened(view, { kind = '', year = '' }) {
    view.show({ kind, asked: Number(year) || 0 })
  },
  shown: loadAll,

  shared: ({ state: { name, kind, asked } }) => ({
    title: name,
    path: routes.activity(asked === 0 ? { kind } : { kind, year: String(asked) }),
  }),

  on: {
    ...fileHandlers,

    retry: retrying(loadAll),
    async remind(view, event) {
      const kind = textOf(event, 'value')
      if (view.state.offers.some(offer => offer.kind === kind && offer.badge !== '')) return
      await whileBusy(view, () => remind({ activity: view.state.kind, kind }))
      await load(view)
    },
    async addToPhone({ state }) {
      if (state.day) await rememberDay(state.day)
    },
    async makeFile(view) {
      const kind = v.safeParse(activityKindSchema, view.state.kind)
      if (kind.success) await offerFile(view, view.state.year, kind.output)
    },
    async copyAttachment(_view, event) {
      await wx.setClipboardData({ data: textOf(event, 'value') })
    },
    async copyContact(view) {
      await wx.setClipboardData({ data: view.state.contact })
    },
    async play() {
      await openTab(routes.quiz())
    },
    async goHome() {
      await openTab(routes.home())
    },
  },
}
