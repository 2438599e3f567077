import * as v from 'valibot'
import { editions } from '../contract/editions'
import { type Instant, SECOND } from '../contract/time'
import { call } from './cloud'

/** A calendar file on the phone; without a path where the phone could not keep it. */
export interface CalendarFile {
  name: string
  path: string
  text: string
}

function keep(name: string, text: string): string {
  const path = `${wx.env.USER_DATA_PATH}/${name}`
  try {
    wx.getFileSystemManager().writeFileSync(path, text, 'utf8')
    return path
  } catch {
    return '' // a full phone still has the text
  }
}

/** The year's schedule, or one item of it by an activity's kind or a day's id, as an .ics file. Throws CallError. */
export async function makeCalendarFile(year: number, item: string | null): Promise<CalendarFile> {
  const { name, text } = await call(editions.exportCalendar, { year, item })
  return { name, text, path: keep(name, text) }
}

/** Older clients cannot forward a file. */
export const maySendFile = ({ path }: CalendarFile): boolean => path !== '' && wx.canIUse('shareFileMessage')

const CANCELLED = /cancel/i

const failureSchema = v.object({ errMsg: v.string() })

const isCancelled = (failure: unknown): boolean =>
  v.is(failureSchema, failure) && CANCELLED.test(v.parse(failureSchema, failure).errMsg)

export type Outcome = 'done' | 'cancelled' | 'refused'

async function outcomeOf(doing: Promise<unknown>): Promise<Outcome> {
  try {
    await doing
    return 'done'
  } catch (failure) {
    return isCancelled(failure) ? 'cancelled' : 'refused'
  }
}

/** Hands the file to a chat of the person's choice; only in the handler of a tap. */
export const sendFile = ({ path, name }: CalendarFile): Promise<Outcome> =>
  outcomeOf(wx.shareFileMessage({ filePath: path, fileName: name }))

export interface CalendarDay {
  title: string
  note: string
  /** Midnight in Beijing at which the day begins. */
  day: Instant
}

/** Asks the phone to put a whole day into its own calendar; only in the handler of a tap. */
export const addToPhone = ({ title, note, day }: CalendarDay): Promise<Outcome> =>
  outcomeOf(
    wx.addPhoneCalendar({
      title,
      description: note,
      startTime: day / SECOND,
      endTime: String(day / SECOND),
      allDay: true,
    }),
  )
