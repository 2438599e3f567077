import type { Notice } from '../../../contract/notices'
import { forwardedFrom, noticeSource, noticesWords } from '../../../copy/notices'
import { beginning } from '../../../lib/beginning'
import { type NoticeThread, threadsOf } from '../../../lib/notice-threads'

/** A notice as notice-row shows it. */
export interface NoticeRow {
  id: string
  region: string
  title: string
  source: string
  text: string
  /** Empty while it stands. */
  withdrawn: string
  inside: { id: string; from: string; title: string }[]
}

const LETTERS = 80

function rowOf({ notice, inside }: NoticeThread): NoticeRow {
  const { id, region, title, text, at, withdrawn } = notice
  const gone = withdrawn !== ''
  return {
    id,
    region,
    title,
    source: noticeSource(region, at),
    text: gone ? '' : beginning(text, LETTERS),
    withdrawn: gone ? noticesWords.withdrawn : '',
    inside: gone ? [] : inside.map(inner => ({ id: inner.id, from: forwardedFrom(inner.region), title: inner.title })),
  }
}

/** Rows of a page of the list, of which everything read so far is `all`: older pages hold what newer ones passed on. */
export const rowsOf = (page: readonly Notice[], all: readonly Notice[]): NoticeRow[] =>
  threadsOf(all)
    .filter(({ notice }) => page.includes(notice))
    .map(rowOf)
