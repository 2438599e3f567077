import { bank } from '../../../contract/bank'
import type { OwnReport } from '../../../contract/question-reports'
import { myReportsWords, reportFacts, scoringName, verdictName } from '../../../copy/question-reports'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { call } from '../../../services/cloud'
import { openTab } from '../../../services/navigation'

interface ReportItem {
  question: string
  stem: string
  facts: string
  text: string
  tag: string
  tone: string
  /** What was ruled; empty while it waits. */
  answer: string
}

interface MyReportsState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  reports: ReportItem[]
}

const itemOf = ({ question, stem, kind, text, at, ruling }: OwnReport): ReportItem => ({
  ...{ question, stem, text, facts: reportFacts(kind, at) },
  tag: ruling ? verdictName(ruling.verdict) : myReportsWords.waits,
  tone: ruling ? 'calm' : 'soon',
  answer: ruling ? `${ruling.note}（${scoringName(ruling.scoring)}）` : '',
})

async function load(view: View<MyReportsState>): Promise<void> {
  try {
    const reports = (await call(bank.listOwnReports, {})).map(itemOf)
    view.show({ ...READY, phase: reports.length === 0 ? 'empty' : 'ready', reports })
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const myReportsModel: PageModel<MyReportsState> = {
  state: { ...LOADING, reports: [] },
  words: myReportsWords,

  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),
    toMe: () => openTab(routes.me()),
  },
}
