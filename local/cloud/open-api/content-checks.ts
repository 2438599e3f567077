import * as v from 'valibot'
import type { Parameters } from './messages'
import type { Visits } from './visits'

/** Content that holds one of these is judged so; everything else passes. They are meant for tests and demonstrations. */
export const VERDICT_MARKS = { risky: '〔测试:risky〕', review: '〔测试:review〕' } as const

export interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  label: number
}

const PASS: Verdict = { suggest: 'pass', label: 100 }

/** 21000 is the platform's "other"; the marks do not say what is wrong. */
const OTHER_LABEL = 21_000

export function verdictOf(content: string | Buffer): Verdict {
  if (content.includes(VERDICT_MARKS.risky)) return { suggest: 'risky', label: OTHER_LABEL }
  if (content.includes(VERDICT_MARKS.review)) return { suggest: 'review', label: OTHER_LABEL }
  return PASS
}

export const detailOf = ({ suggest, label }: Verdict): object[] => [
  { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
]

export const refusalOf = (errcode: number, errmsg: string): { errcode: number; errmsg: string } => ({ errcode, errmsg })

const RISKY = refusalOf(87_014, 'risky content')
const LONGEST_TEXT = 2500

const Text = v.object({ content: v.string() })
const TextOfPerson = v.object({ openid: v.string(), scene: v.picklist([1, 2, 3, 4]) })

/** `security.msgSecCheck`; without `version: 2` it is the old one, which knows only errcode 87014. */
export function checkText(parameters: Parameters, visits: Visits, traceId: string): Record<string, unknown> {
  const text = v.safeParse(Text, parameters)
  if (!text.success) return refusalOf(44_002, 'empty post data')
  const verdict = verdictOf(text.output.content)
  if (parameters['version'] !== 2) return verdict.suggest === 'risky' ? RISKY : refusalOf(0, 'ok')
  const refusal = refusalOfPerson(parameters, visits)
  if (refusal) return refusal
  if (Array.from(text.output.content).length > LONGEST_TEXT) return refusalOf(45_002, 'content size out of limit')
  return { errcode: 0, errmsg: 'ok', result: verdict, detail: detailOf(verdict), trace_id: traceId }
}

/** The second version of the checks takes only people who were here in the last two hours. */
export function refusalOfPerson(parameters: Parameters, visits: Visits): Record<string, unknown> | undefined {
  const person = v.safeParse(TextOfPerson, parameters)
  if (!person.success) return refusalOf(40_003, 'invalid openid')
  return visits.isRecent(person.output.openid) ? undefined : refusalOf(61_010, 'code is expired')
}

const Image = v.object({ media: v.instance(Buffer) })

/** `security.imgSecCheck`, in its first and only version. */
export function checkImage(parameters: Parameters): Record<string, unknown> {
  const image = v.safeParse(Image, parameters)
  if (!image.success) return refusalOf(41_005, 'media data missing')
  return verdictOf(image.output.media).suggest === 'risky' ? RISKY : refusalOf(0, 'ok')
}
