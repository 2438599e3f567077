import type { Attachment } from '../../../contract/activities'
import type { Busy } from '../../../lib/busy'
import { type CalendarSharing, NO_FILE } from '../../../lib/calendar-sharing'
import { LOADING, type Loading } from '../../../lib/loading'
import type { CalendarDay } from '../../../services/calendar'
import type { ReminderOffer } from './reminder-offers'

export interface ActivityState extends Loading, CalendarSharing, Busy {
  kind: string
  /** The year that was asked for; 0 for the current one. */
  asked: number
  year: number
  archived: boolean
  name: string
  tag: string
  tone: string
  /** The last change of the window; a title without letters where there was none. */
  changeTitle: string
  changeText: string
  facts: { label: string; text: string }[]
  steps: string[]
  requirements: string[]
  attachments: Attachment[]
  contact: string
  /** Whether this very app is where one takes part, now. */
  playable: boolean
  offers: ReminderOffer[]
  /** What the phone's own calendar can be told; null where everything is over. */
  day: CalendarDay | null
}

export const initialState: ActivityState = {
  ...LOADING,
  ...NO_FILE,
  busy: false,
  kind: '',
  asked: 0,
  year: 0,
  archived: false,
  name: '',
  tag: '',
  tone: '',
  changeTitle: '',
  changeText: '',
  facts: [],
  steps: [],
  requirements: [],
  attachments: [],
  contact: '',
  playable: false,
  offers: [],
  day: null,
}
