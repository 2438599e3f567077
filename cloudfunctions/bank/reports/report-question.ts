import type { questionReports as contract } from '../../../miniprogram/contract/question-reports'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import type { Context, Handler } from '../../platform/context'
import { handleOf } from '../../platform/handle'
import { checkText } from '../../platform/safety'
import { inTransaction } from '../../platform/transaction'
import { ownSubmitted, questions, refsOf } from '../../quiz/api'
import { questionReports, questionReportsSpec, type StoredReport } from '../repository/question-reports'
import { reportedQuestionsSpec } from '../repository/reported-questions'
import { withReport } from './counts'

type ReportQuestion = Handler<typeof contract.reportQuestion>
type ReportContext = Parameters<ReportQuestion>[1]
type Which = Parameters<ReportQuestion>[0]['which']

/** Names no person, because a text that has to be looked through carries it into the log. */
const reportId = (question: string, { who }: Pick<Context, 'who'>): string => `${question}.${handleOf(who.person)}`

export const reportQuestion: ReportQuestion = async ({ which, kind, text }, context) => {
  const { who, now, key, refusal } = context
  const question = await versionOf(which, context)
  const _id = reportId(question, context)
  const earlier = await questionReports.get(_id)
  if (earlier?.sentWith === key) return null
  if (earlier) throw refusal('already-reported')
  const textState = await textStateOf(text, _id, context)
  const report: StoredReport = { _id, person: who.person, question, kind, text, textState, at: now, sentWith: key }
  await inTransaction(context, async transaction => {
    await transaction.collection(questionReportsSpec).insert(report, refusal('already-reported'))
    const reported = transaction.collection(reportedQuestionsSpec)
    await reported.set(withReport(await reported.get(question), { question, kind, at: now }))
  })
  return null
}

/** Only what one has seen with its key can be reported: nobody learns here which questions there are. */
async function versionOf(which: Which, context: ReportContext): Promise<string> {
  if ('question' in which) {
    const question = await questions.get(which.question)
    if (question?.bank !== 'practice') throw context.refusal('question-unknown')
    return question._id
  }
  const version = refsOf(await ownSubmitted(which.ticket, context))[which.number - 1]
  if (version === undefined) throw context.refusal('question-unknown')
  return version
}

async function textStateOf(text: string, subject: string, context: ReportContext): Promise<StoredReport['textState']> {
  if (text === '') return 'shown'
  const verdict = await checkText(context, { text, place: 'question-report', subject, region: COUNTRY })
  return verdict === 'passes' ? 'shown' : 'waits'
}
