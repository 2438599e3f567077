import type { Notice } from '../../../contract/notices'
import { COUNTRY } from '../../../contract/regions'
import { forwardedFrom, noticesWords, noticeTime, withdrawnText } from '../../../copy/notices'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { insideOf } from '../../../lib/notice-threads'
import { routes } from '../../../lib/routes'
import { openPage } from '../../../services/navigation'
import { everyKnown, findNotice } from '../../../stores/notices'

interface NoticeState extends Loading {
  id: string
  region: string
  title: string
  source: string
  paragraphs: string[]
  withdrawn: string
  inside: { id: string; from: string; title: string; source: string; paragraphs: string[] }[]
}

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

const insideRows = (notice: Notice): NoticeState['inside'] =>
  insideOf(notice, everyKnown()).map(({ id, region, title, text, at }) => ({
    id,
    from: forwardedFrom(region),
    title,
    source: noticeTime(region, at),
    paragraphs: paragraphsOf(text),
  }))

/** A notice that was taken back says why, and nothing else. */
function contentOf(notice: Notice): Partial<NoticeState> {
  const gone = notice.withdrawn !== ''
  return {
    ...READY,
    title: notice.title,
    source: noticeTime(notice.region, notice.at),
    paragraphs: gone ? [] : paragraphsOf(notice.text),
    withdrawn: gone ? withdrawnText(notice.withdrawn) : '',
    inside: gone ? [] : insideRows(notice),
  }
}

async function load(view: View<NoticeState>): Promise<void> {
  const { region, id } = view.state
  try {
    const notice = await findNotice(region, id)
    view.show(notice ? contentOf(notice) : { phase: 'failed', problem: noticesWords.missing, mayRetry: false })
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const noticeModel: PageModel<NoticeState> = {
  state: { ...LOADING, id: '', region: COUNTRY, title: '', source: '', paragraphs: [], withdrawn: '', inside: [] },
  words: noticesWords,

  opened(view, { id = '', region = COUNTRY }) {
    view.show({ id, region })
    return load(view)
  },
  shared: ({ state: { title, id, region } }) => ({ title, path: routes.notice({ id, region }) }),

  on: {
    retry: retrying(load),
    async goNotices() {
      await openPage(routes.notices())
    },
  },
}
