import type { Notice } from '../../contract/notices'
import { homeWords } from '../../copy/home'
import { noticeSource, noticesWords } from '../../copy/notices'
import { beginning } from '../../lib/beginning'
import { threadsOf } from '../../lib/notice-threads'

/** The one row of notices on home. It is there from the first moment, so that nothing moves when the news comes. */
export interface NewestNotice {
  /** Empty where the row leads to the list. */
  id: string
  region: string
  title: string
  note: string
}

const quiet = (note: string): NewestNotice => ({ id: '', region: '', title: noticesWords.title, note })

export const LOOKING = quiet(homeWords.looking)
export const UNHEARD = quiet(homeWords.noticesUnheard)

/** As many letters as fit in one line of a common phone. */
const LETTERS = 13

/** The newest one that stands. */
export function newestOf(notices: readonly Notice[]): NewestNotice {
  const newest = threadsOf(notices).find(({ notice }) => notice.withdrawn === '')?.notice
  if (!newest) return quiet(homeWords.noNotices)
  const { id, region, title, at } = newest
  return { id, region, title: beginning(title, LETTERS), note: noticeSource(region, at) }
}
