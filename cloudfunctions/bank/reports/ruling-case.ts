import type { questionReports as contract, RulingProgress } from '../../../miniprogram/contract/question-reports'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import type { Handler } from '../../platform/context'
import { mustOrganise } from '../../platform/reach'
import { questions, scoringProgress } from '../../quiz/api'
import { questionReports, type StoredReport } from '../repository/question-reports'
import { questionRulings, type StoredRuling } from '../repository/question-rulings'
import { reportedQuestions } from '../repository/reported-questions'
import { countsOf } from './counts'
import { rulingOf } from './lists'

export const getReportedQuestion: Handler<typeof contract.getReportedQuestion> = async ({ question }, context) => {
  mustOrganise(context, COUNTRY)
  const reported = await reportedQuestions.get(question)
  const version = reported && (await questions.get(question))
  if (!version) throw context.refusal('report-unknown')
  const { category, kind, stem, picture, options, key, explanation, source, bank } = version
  const words = (await questionReports.latestAbout(question)).flatMap(wordsOf)
  const ruling = reported.rulings === 0 ? null : await questionRulings.get(question, reported.rulings)
  return {
    ...{ question, category, kind, stem, picture, options, key, explanation, source, words },
    current: bank !== 'archive',
    kinds: countsOf(reported.kinds),
    rulings: reported.rulings,
    ruling: ruling && (await progressOf(ruling)),
  }
}

/** A text that waits for somebody to look through it is not shown here either. */
const wordsOf = ({ kind, text, textState, at }: StoredReport) =>
  text !== '' && textState === 'shown' ? [{ kind, text, at }] : []

async function progressOf(ruling: StoredRuling): Promise<RulingProgress> {
  const counted = ruling.scoring === 'keep' ? { scored: 0, left: 0 } : await scoringProgress(ruling)
  return { ...rulingOf(ruling), ...counted, done: ruling.state === 'done' }
}
