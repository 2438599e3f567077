import type { Detail, ErrorCode } from '../contract/errors'
import { asCallError } from '../services/call-error'

type Words = string | ((detail: Detail, requestId: string) => string)

/** Enough of a request id to be quoted over the phone and found in the log. */
const QUOTED_LENGTH = 13
const quoted = (requestId: string): string => (requestId === '' ? '' : `（编号 ${requestId.slice(0, QUOTED_LENGTH)}）`)

/** One sentence for every way a call can end badly: what happened, and what to do. */
const ERROR_WORDS: Record<ErrorCode, Words> = {
  'network-lost': '网络断开了，连上网后再试一次。',
  'cloud-unreachable': '暂时连不上服务，请稍等片刻再试。',
  'cloud-timeout': '等得太久，没有等到回音。再试一次不会重复提交。',
  'page-unreachable': '这一页没有打开，请看看网络再试。',

  'malformed-request': '小程序版本可能太旧，请在右上角菜单里重新进入小程序。',
  'unknown-procedure': '这个功能需要新版本，请在右上角菜单里重新进入小程序。',
  'invalid-input': '有一处填写不合要求，请检查后再试。',
  'payload-too-large': '一次提交的内容太多了，请减少一些再试。',
  'identity-missing': '没有拿到微信身份，请从微信里重新打开小程序。',
  forbidden: '这里只对有相应权限的人开放。',
  busy: '此刻来的人有点多，请过几秒再试。',
  unexpected: (_detail, requestId) => `出了点意外，我们已经记下来了${quoted(requestId)}，请稍后再试。`,

  'edition-missing': '今年的活动还没有发布，过些日子再来看看。',

  'quiz-closed': '竞答现在没有开放，开放时间请看首页。',
  'no-attempts-left': '今天的次数用完了，成绩在“我的”里。',
  'paper-unavailable': '题目正在更新，请稍后再来。',
  'attempt-unknown': '没有找到这次作答。请回到竞答页重新开始。',
  'attempt-not-yours': '这是别人的作答，只有本人能打开。',
  'attempt-expired': '这次作答的时间已经过了，没有计入成绩。',
  'attempt-already-submitted': '这次作答已经交过卷，成绩以第一次为准。',
  'attempt-still-open': '还没有交卷，交卷后才能看到答案。',
  'answers-off-paper': '答案和题目对不上，请回到竞答页重新打开这次作答。',
}

/** The sentence for whatever a call threw. */
export function errorWords(thrown: unknown): string {
  const { code, detail, requestId } = asCallError(thrown)
  const words = ERROR_WORDS[code]
  return typeof words === 'string' ? words : words(detail, requestId)
}
