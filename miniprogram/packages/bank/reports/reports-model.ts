import type { RowItem } from '../../../components/list-row/row-item'
import { bank } from '../../../contract/bank'
import type { ReportedQuestion } from '../../../contract/question-reports'
import type { Paged } from '../../../contract/paging'
import { deskReportWords, kindsText, reportersText } from '../../../copy/desk-reports'
import { shortStem } from '../../../copy/bank'
import { CATEGORY_NAMES } from '../../../copy/quiz'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'

type Show = keyof typeof deskReportWords.empty

interface ReportsState extends Listing<RowItem> {
  show: Show
  empty: string
}

type ReportsView = View<ReportsState>

const rowOf =
  (show: Show) =>
  ({ question, category, stem, count, kinds }: ReportedQuestion): RowItem => ({
    ...{ id: question, icon: 'flag', accent: 'earth' },
    title: shortStem(stem),
    note: [CATEGORY_NAMES[category], kindsText(kinds)].join(' · '),
    badge: reportersText(count),
    tone: show === 'waiting' ? 'soon' : 'calm',
  })

const reading =
  ({ state: { show } }: ReportsView) =>
  async (after: string | null): Promise<Paged<RowItem>> => {
    const { items, next } = await call(bank.listReports, { show, after })
    return { items: items.map(rowOf(show)), next }
  }

const list = listing(reading)

const isShow = (text: string): text is Show => text in deskReportWords.empty

export const reportsModel: PageModel<ReportsState> = {
  state: { ...noListing<RowItem>(), show: 'waiting', empty: deskReportWords.empty.waiting },
  words: deskReportWords,

  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    async choose(view, event) {
      const show = textOf(event, 'value')
      if (!isShow(show)) return
      view.show({ show, empty: deskReportWords.empty[show] })
      await list.begin(view)
    },
    press: (_view, event) => openPage(routes.ruling({ question: textOf(event, 'value') })),
  },
}
