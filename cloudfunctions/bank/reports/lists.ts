import type { questionReports as contract, Ruling } from '../../../miniprogram/contract/question-reports'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import type { Handler } from '../../platform/context'
import { pageOf } from '../../platform/paging'
import { mustOrganise } from '../../platform/reach'
import { questions } from '../../quiz/api'
import { questionReports, type StoredReport } from '../repository/question-reports'
import { questionRulings, rulingId, type StoredRuling } from '../repository/question-rulings'
import { type ReportedQuestion, reportedQuestions } from '../repository/reported-questions'
import { countsOf, total } from './counts'

const PAGE = 20

export const rulingOf = ({ verdict, scoring, note, at }: StoredRuling): Ruling => ({ verdict, scoring, note, at })

const isThere = ({ rulings }: ReportedQuestion): boolean => rulings > 0

/** A ruling answers the reports that were there when it was made. */
const answering = ({ question, at }: StoredReport, rulings: readonly StoredRuling[]): Ruling | null => {
  const ruling = rulings.find(candidate => candidate.question === question)
  return ruling && at <= ruling.at ? rulingOf(ruling) : null
}

export const listOwnReports: Handler<typeof contract.listOwnReports> = async (_input, { who }) => {
  const own = await questionReports.latestOf(who.person)
  if (own.length === 0) return []
  const refs = own.map(({ question }) => question)
  const asked = await questions.byRefs(refs)
  const groups = (await reportedQuestions.byRefs(refs)).filter(isThere)
  const ids = groups.map(({ _id, rulings }) => rulingId(_id, rulings))
  const rulings = ids.length === 0 ? [] : await questionRulings.byIds(ids)
  return own.map((report, i) => {
    const { question, kind, text, at } = report
    return { question, stem: asked[i]?.stem ?? '', kind, text, at, ruling: answering(report, rulings) }
  })
}

export const listReports: Handler<typeof contract.listReports> = async ({ show, after }, context) => {
  mustOrganise(context, COUNTRY)
  const page = pageOf(await reportedQuestions.inState(show, after, PAGE + 1), PAGE, ({ place }) => place)
  const refs = page.items.map(({ _id }) => _id)
  const asked = refs.length === 0 ? [] : await questions.byRefs(refs)
  const items = page.items.flatMap(({ _id, kinds, lastAt }, i) => {
    const version = asked[i]
    if (!version) return []
    const { category, stem } = version
    return [{ question: _id, category, stem, count: total(kinds), kinds: countsOf(kinds), lastAt }]
  })
  return { items, next: page.next }
}
