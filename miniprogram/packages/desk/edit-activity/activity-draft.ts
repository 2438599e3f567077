import { unitChoice } from '../../../components/unit-field/unit-choice'
import type { Activity, Attachment } from '../../../contract/activities'
import { dayOf } from '../../../contract/time'
import type { Draft } from '../../../lib/form'

/** Fields of the form in the order of the page. */
export const FIELD_NAMES = [
  'opensAt',
  'closesAt',
  'reason',
  'name',
  'summary',
  'theme',
  'audience',
  'unit',
  'steps',
  'requirements',
  'contact',
  'attachments',
] as const

export type FieldName = (typeof FIELD_NAMES)[number]

const attachmentLine = ({ name, url }: Attachment): string => `${name} ${url}`

/** An activity as its form holds it: lists as lines, the window as its first and its last day. */
export const draftOf = (activity: Activity): Record<FieldName, string> => ({
  opensAt: dayOf(activity.opensAt),
  closesAt: dayOf(activity.closesAt - 1),
  reason: '',
  name: activity.name,
  summary: activity.summary,
  theme: activity.theme,
  audience: activity.audience,
  unit: unitChoice(activity.unit),
  steps: activity.steps.join('\n'),
  requirements: activity.requirements.join('\n'),
  contact: activity.contact,
  attachments: activity.attachments.map(attachmentLine).join('\n'),
})

/** What is not blank, a line each. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

const ADDRESS = /^(.*?)\s*(https?:\/\/\S+)$/

/** `name https://…`; a line without an address has an empty one, which the contract refuses. */
export function attachmentOf(line: string): Attachment {
  const [, name = line, url = ''] = ADDRESS.exec(line) ?? []
  return { name, url }
}

/** Fields that somebody else has changed since `before` was read. */
export const changedFields = (before: Draft, after: Draft): FieldName[] =>
  FIELD_NAMES.filter(name => (before[name] ?? '') !== (after[name] ?? ''))

/** What was typed over `before`, upon what stands there now: fields that were not touched follow the others' changes. */
export const rebased = (before: Draft, typed: Draft, now: Draft): Draft =>
  Object.fromEntries(
    FIELD_NAMES.map(name => [name, (typed[name] ?? '') === (before[name] ?? '') ? now[name] : typed[name]]),
  )
