import { calendarWords } from '../copy/calendar'
import {
  addToPhone,
  type CalendarDay,
  type CalendarFile,
  makeCalendarFile,
  maySendFile,
  sendFile,
} from '../services/calendar'
import type { PageModel } from './define-page'
import type { View } from './live-view'
import { tell } from './tell'

/** What a page needs to offer a calendar file: the file once it is made, and whether this client can forward it. */
export interface CalendarSharing {
  file: CalendarFile | null
  maySend: boolean
  making: boolean
}

export const NO_FILE: CalendarSharing = { file: null, maySend: false, making: false }

/** Makes the file and shows it. Sending waits for a tap of its own: the platform wants one. */
export async function offerFile(view: View<CalendarSharing>, year: number, item: string | null): Promise<void> {
  if (view.state.making) return
  view.show({ making: true })
  try {
    const file = await makeCalendarFile(year, item)
    view.show({ file, maySend: maySendFile(file) })
  } finally {
    view.show({ making: false })
  }
}

/** What the sheet of the file can do, for a page's `on`. */
export const fileHandlers: PageModel<CalendarSharing>['on'] = {
  closeFile(view) {
    view.show({ file: null })
  },
  async sendFile(view) {
    const { file } = view.state
    if (!file) return
    const outcome = await sendFile(file)
    if (outcome === 'cancelled') return
    view.show({ file: outcome === 'done' ? null : file })
    await tell(outcome === 'done' ? calendarWords.sent : calendarWords.notSent)
  },
  async copyFile(view) {
    const { file } = view.state
    if (!file) return
    await wx.setClipboardData({ data: file.text })
    view.show({ file: null })
    await tell(calendarWords.copied)
  },
}

/** Puts a day into the phone's calendar and says what came of it; whoever thinks better of it needs no words. */
export async function rememberDay(day: CalendarDay): Promise<void> {
  const outcome = await addToPhone(day)
  if (outcome !== 'cancelled') await tell(outcome === 'done' ? calendarWords.added : calendarWords.refused)
}
