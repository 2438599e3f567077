import * as v from 'valibot'
import { activityKindSchema, type ActivityNow } from '../../../contract/activities'
import { type Reminder, REMINDER_KINDS } from '../../../contract/notices'
import { reminderNote, remindersWords, reminderTitle } from '../../../copy/notices'
import { ACTIVITY_LOOKS } from '../../../lib/activity-looks'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { routes } from '../../../lib/routes'
import { openTab } from '../../../services/navigation'
import { currentEdition } from '../../../stores/edition'
import { forgetReminder, refreshReminders, reminders } from '../../../stores/reminders'

interface ReminderRow {
  /** Activity and kind, as one word. */
  id: string
  title: string
  note: string
  icon: string
  accent: string
}

interface RemindersState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  rows: ReminderRow[]
  /** The one that is about to be forgotten; empty while none is. */
  leaving: string
}

const schema = v.tuple([activityKindSchema, v.picklist(REMINDER_KINDS)])

const rowOf = ({ activity, kind, at }: Reminder, activities: readonly ActivityNow[]): ReminderRow => ({
  id: `${activity} ${kind}`,
  title: reminderTitle(activities.find(other => other.kind === activity)?.name ?? '', kind),
  note: reminderNote(at),
  ...ACTIVITY_LOOKS[activity],
})

async function draw(view: View<RemindersState>): Promise<void> {
  const { activities } = await currentEdition()
  const sorted = [...(reminders.get() ?? [])].sort((one, other) => one.at - other.at)
  const rows = sorted.map(reminder => rowOf(reminder, activities))
  view.show({ ...READY, phase: rows.length === 0 ? 'empty' : 'ready', rows })
}

async function load(view: View<RemindersState>): Promise<void> {
  try {
    await refreshReminders()
    await draw(view)
  } catch (problem) {
    if (view.state.rows.length === 0) view.show(failed(problem))
  }
}

export const remindersModel: PageModel<RemindersState> = {
  state: { ...LOADING, rows: [], leaving: '' },
  words: remindersWords,

  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),
    ask(view, event) {
      view.show({ leaving: textOf(event, 'value') })
    },
    keep(view) {
      view.show({ leaving: '' })
    },
    async forget(view) {
      const parsed = v.safeParse(schema, view.state.leaving.split(' '))
      view.show({ leaving: '' })
      if (!parsed.success) return
      await forgetReminder(...parsed.output)
      await draw(view)
      await tell(remindersWords.forgotten)
    },
    async goSchedule() {
      await openTab(routes.schedule())
    },
  },
}
