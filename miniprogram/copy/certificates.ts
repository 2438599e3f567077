import type { CertificateContent, EarnedCertificate, ScoreBand, VerifiedCertificate } from '../contract/certificates'
import type { AttemptResult } from '../contract/quiz'
import { startOfDay } from '../contract/time'
import type { CertificateFacts } from '../lib/poster-certificate'
import { durationText, fullDate } from './moments'

const ISSUER = '“云科普”系列活动组织方'
const GROUP = 4

/** `ABCD-EFGH-JKLM`: groups that can be read aloud. */
const inGroups = (code: string): string => (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')

const bandText = ({ from, to }: ScoreBand): string => (from === to ? `${from} 分` : `${from} 至 ${to} 分`)

/** Which contest, as people call it. */
const contestName = ({ year, roundTitle }: CertificateContent): string =>
  ` ${year} 年生态环境科学知识云竞答${roundTitle && `“${roundTitle}”`}`

const deedOf = (content: CertificateContent): string =>
  `参加${contestName(content)}，成绩 ${bandText(content.band)}，特发此证。`

const factsOf = (content: CertificateContent, named: { name: string; day: VerifiedCertificate['day'] }) => ({
  title: content.certificate,
  series: `${content.year} · 生态环境“云科普”`,
  name: named.name,
  deed: deedOf(content),
  issuer: ISSUER,
  date: fullDate(startOfDay(named.day)),
})

/** What the holder's own certificate says; null until it is issued. */
export const ownFacts = (earned: EarnedCertificate): CertificateFacts | null =>
  earned.issued && { ...factsOf(earned, earned.issued), number: '', code: inGroups(earned.issued.code) }

export const verifiedFacts = (verified: VerifiedCertificate, code: string): CertificateFacts => ({
  ...factsOf(verified, { name: verified.holder, day: verified.day }),
  number: '',
  code: inGroups(code),
})

export const certificatesWords = {
  lead: '我的证书',
  leadNote: '按每一轮里最好的一次成绩发，成绩更好会自动换成更高的一种。',
  empty: '还没有证书。成绩达到标准，这里就能领。',
  play: '去竞答',
  verify: '查验别人的证书',
  verifyNote: '扫码或输入查验码，看是真是假',
  toIssue: '可以领取',
  waits: '姓名待审',
}

export const certificateRow = ({ certificate, year, roundTitle, score, issued }: EarnedCertificate) => ({
  title: certificate,
  note: `${year} 年${roundTitle && ` · ${roundTitle}`} · 最好 ${score} 分`,
  badge: issued ? (issued.waits ? certificatesWords.waits : '') : certificatesWords.toIssue,
  tone: 'soon',
})

export const certificateWords = {
  lead: '证书上写谁的名字？',
  name: '姓名',
  nameHint: '会印在证书上；拿到查验码的人也看得到。以后可以改。',
  submit: '领取证书',
  change: '改姓名',
  keep: '存成图片',
  keepAgain: '再存一次',
  drawingNote: '长按图片也可以保存或转发。',
  waits: '这个名字要由组织者看过，通过以后别人才能查验这张证书。',
  gone: '这一轮现在没有你的证书。成绩达到标准就能领。',
  back: '看看我的证书',
  shareTitle: '我的云竞答证书，可以扫码查验',
  codeMissing: '没有取到小程序码，证书上先不印；用查验码也能查验。',
}

export const verifyWords = {
  lead: '查验证书',
  leadNote: '扫证书上的小程序码，或输入十二位查验码。',
  code: '查验码',
  codeWrong: '查验码是十二位字母和数字。',
  submit: '查验',
  scan: '扫码',
  scannedOther: '扫到的不是证书上的码。请对准证书上的小程序码，或者直接输入查验码。',
  cannotScan: '没有打开扫一扫，请直接输入查验码。',
  right: '证书是真的',
  rightNote: '下面是这张证书现在的内容。和你手里的不一样，以这里为准。',
  again: '再查一张',
}

export const posterWords = {
  lead: '今天认识一位邻居',
  keep: '存到相册',
  note: '海报上没有题目和答案；分不分享，机会都一样多。',
  scan: '微信扫一扫，你也来答一份',
  scanNote: '生态环境“云科普”',
  points: '分',
  shareTitle: '我答完了云竞答，你也来认识身边的邻居',
  label: '竞答成绩海报',
  back: '回成绩页',
}

export const posterText = ({ right, questions, seconds }: Pick<AttemptResult, 'right' | 'seconds' | 'questions'>) =>
  `我在“云竞答”里答对了 ${right} 道题，共 ${questions.length} 道，用时 ${durationText(seconds)}。空气、水、垃圾分类、翠鸟……这些邻居，你认识几位？`
