import type { Detail, ErrorCode } from '../contract/errors'
import { asCallError } from '../services/call-error'
import { clockTime } from './moments'

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
  'file-too-large': ({ megabytes }) => `这个文件太大了，请选 ${megabytes ?? 10} MB 以内的。`,
  'file-not-opened': '文件没有打开，请看看网络再试一次。',

  'malformed-request': '小程序版本可能太旧，请在右上角菜单里重新进入小程序。',
  'unknown-procedure': '这个功能需要新版本，请在右上角菜单里重新进入小程序。',
  'invalid-input': '有一处填写不合要求，请检查后再试。',
  'payload-too-large': '一次提交的内容太多了，请减少一些再试。',
  'identity-missing': '没有拿到微信身份，请从微信里重新打开小程序。',
  forbidden: '这里只对有相应权限的人开放。',
  'consent-missing': '先看一眼隐私说明并同意，就可以继续。',
  busy: '此刻来的人有点多，请过几秒再试。',
  unexpected: (_detail, requestId) => `出了点意外，我们已经记下来了${quoted(requestId)}，请稍后再试。`,

  'out-of-scope': '这件事不在你负责的范围里，请联系负责那里的组织者。',
  'text-refused': '这段文字里有不适合公开的内容，换个说法再试试。',
  'text-waits': '这段文字要由上一级组织者看过才能发布，已经转交。',
  'change-waits': '有文字要由组织者先看过，已经转交。你写的都还在，等他们看过再存一次就行。',
  'file-not-yours': '这份文件没有传好，请重新上传。',
  'region-unknown': '没有找到这个地区，请重新选择。',
  'already-decided': '这件事已经办过了，刷新就能看到结果。',
  'too-late': '时间已经过了。',
  'too-many-rows': '一次导出的行数太多，请按地区分开导出。',

  'code-wrong': '没有这个码，请对一对再输入。',
  'code-expired': '这个码过期了，请向给你码的人要一个新的。',
  'code-used': '这个码已经用过了，请要一个新的。',
  'too-many-tries': ({ until }) =>
    `试的次数有点多，先歇一歇${typeof until === 'number' ? `，${clockTime(until)} 以后再试` : '再试'}。`,

  'guardian-missing': '不满十四岁，要请家长看过说明并同意。',
  'person-unknown': '没有找到这个人，可能已经离开。',
  'grant-unknown': '这个人已经没有这项权限了。',
  'review-unknown': '没有找到这条待看的文字。',
  'last-administrator': '你是最后一位管理员，请先请别人接任。',
  'hand-over-first': '你是单位的负责人，请先把负责人交给别人。',

  'unit-unknown': '没有找到这个单位。',
  'unit-closed': '这个单位已经关闭。',
  'unit-not-confirmed': '单位还在等组织者确认，确认之后就能办。',
  'application-decided': '组织者已经作出决定，申请不能再撤回。单位确认后不想留在里面，可以离开。',
  'unit-name-taken': '这个地区已经有同名的单位，请联系它的负责人要邀请码。',
  'already-in-a-unit': '你已经在一个单位里了，先离开才能加入别的。',
  'not-in-a-unit': '你现在不在任何单位里。',
  'liaison-changed': '刚才有人改过联络员，请看过新的再改。',
  'liaison-missing': '这个单位还没有登记联络员。',

  'edition-missing': '今年的活动还没有发布，过些日子再来看看。',
  'edition-changed': '刚才有人改过，请看过新的再改。',
  'edition-exists': '这一年已经建好了。',
  'edition-archived': '过去的年度只能看，不能改。',
  'activity-unknown': '没有找到这项活动。',
  'window-backwards': '结束时间要在开始之后。',
  'window-off-year': '时间要落在这一年里。',
  'reason-missing': '改时间要写明原因，大家都会看到。',

  'notice-unknown': '没有找到这条通知。',
  'notice-not-from-above': '只能转发上一级的通知。',
  'already-forwarded': '这条通知已经转发过了。',

  'quiz-closed': '竞答现在没有开放，开放时间请看首页。',
  'no-attempts-left': '今天的次数用完了，成绩在“我的”里。',
  'paper-unavailable': '题目正在更新，请稍后再来。',
  'attempt-unknown': '没有找到这次作答。请回到竞答页重新开始。',
  'attempt-not-yours': '这是别人的作答，只有本人能打开。',
  'attempt-expired': '这次作答的时间已经过了，没有计入成绩。',
  'attempt-already-submitted': '这次作答已经交过卷，成绩以第一次为准。',
  'attempt-still-open': '还没有交卷，交卷后才能看到答案。',
  'answers-off-paper': '答案和题目对不上，请回到竞答页重新打开这次作答。',
  'child-not-named': '未满 14 岁的同学在榜上不显示昵称，名次和成绩照样算数。',
  'certificate-unknown': '没有查到这张证书，请对一对证书上的编号。',
  'suspicion-unknown': '没有找到这份答卷，本人可能已经删除了自己的数据。',

  'question-unknown': '没有找到这道题。',
  'question-changed': '刚才有人改过这道题，请看过新的再改。',
  'question-open': '这道题已经公开练习过，不能再放进竞赛题库。',
  'question-unverified': '没有核对过出处的题，只能用来练习。',
  'question-incomplete': '出处或解析还没有补全，补全以后才能启用。',
  'question-own': '自己写的题要请另一位组织者核对。',
  'picture-credit-missing': '请写明图片的作者和许可，别人的图片不注明不能用。',
  'picture-unreadable': '这不是能用的图片，请换一张 JPEG、PNG 或 WebP 的。',
  'picture-too-large': '图片太大了，最多 1 MB，请压缩以后再选。',
  'picture-odd-size': '图片的尺寸不合适：短边至少 100 像素，长边最多 2000 像素。',
  'picture-refused': '这张图片没有通过平台的内容检查，请换一张。',
  'import-wrong': '文件里有几处要改，一道题也没有导入。请按下面的说明改好再试。',
  'round-unknown': '没有找到这一轮竞答。',
  'round-changed': '刚才有人改过这一轮，请看过新的再改。',
  'round-running': '这一轮已经开放或者马上开放，题目数量、时间和次数不能再改。',
  'round-off-window': '这一轮的时间要落在竞答活动的起止时间里。',
  'round-overlaps': '这段时间里已经有一轮竞答，请错开时间。',
  'report-unknown': '没有找到这条报错。',
  'already-reported': '这道题你已经报过错了，结果会告诉你。',
}

/** The sentence for whatever a call threw. */
export function errorWords(thrown: unknown): string {
  const { code, detail, requestId } = asCallError(thrown)
  const words = ERROR_WORDS[code]
  return typeof words === 'string' ? words : words(detail, requestId)
}
