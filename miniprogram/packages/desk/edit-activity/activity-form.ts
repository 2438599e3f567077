import * as v from 'valibot'
import { chosenUnit } from '../../../components/unit-field/unit-choice'
import { activityChangeSchema } from '../../../contract/activity-change'
import { reasonSchema } from '../../../contract/inputs'
import { DAY, type Day, dayOf, daySchema, type Instant, startOfDay, type Window } from '../../../contract/time'
import { editWords } from '../../../copy/desk-editions'
import { createForm, type Field, type Form } from '../../../lib/form'
import { attachmentOf, type FieldName, linesOf } from './activity-draft'

const { steps, requirements, attachments, unit, opensAt, closesAt, ...texts } = activityChangeSchema.entries

const lines = v.pipe(v.string(), v.transform(linesOf))

/** A day that was not touched keeps the instant it came from, which need not be midnight. */
const openingOn = (day: Day, before: Instant): Instant => (dayOf(before) === day ? before : startOfDay(day))
const closingOn = (day: Day, before: Instant): Instant => (dayOf(before - 1) === day ? before : startOfDay(day) + DAY)

/** The contract's own schema over what the fields hold. A published window is not moved without a reason. */
const schemaFor = (before: Window, needsReason: boolean) =>
  v.pipe(
    v.object({
      ...texts,
      steps: v.pipe(lines, steps),
      requirements: v.pipe(lines, requirements),
      attachments: v.pipe(
        lines,
        v.transform(all => all.map(attachmentOf)),
        attachments,
      ),
      unit: v.pipe(v.string(), v.transform(chosenUnit), unit.wrapped),
      opensAt: v.pipe(
        daySchema,
        v.transform(day => openingOn(day, before.opensAt)),
        opensAt,
      ),
      closesAt: v.pipe(
        daySchema,
        v.transform(day => closingOn(day, before.closesAt)),
        closesAt,
      ),
      reason: v.union([v.literal(''), reasonSchema]),
    }),
    v.forward(
      v.partialCheck([['opensAt'], ['closesAt']], window => window.opensAt < window.closesAt, 'backwards'),
      ['closesAt'],
    ),
    v.forward(
      v.partialCheck(
        [['opensAt'], ['closesAt'], ['reason']],
        ({ reason, ...window }) =>
          !needsReason || reason !== '' || (window.opensAt === before.opensAt && window.closesAt === before.closesAt),
        'reason',
      ),
      ['reason'],
    ),
  )

export type EditedActivity = v.InferOutput<ReturnType<typeof schemaFor>>

export const FIELDS: Readonly<Record<FieldName, Field>> = {
  opensAt: { label: editWords.opensAt, kind: 'day' },
  closesAt: { label: editWords.closesAt, kind: 'day', wrong: editWords.closesWrong },
  reason: { label: editWords.reason, kind: 'text', wrong: editWords.reasonWrong },
  name: { label: editWords.name, kind: 'text' },
  summary: { label: editWords.summary, kind: 'text' },
  theme: { label: editWords.theme, kind: 'text' },
  audience: { label: editWords.audience, kind: 'text' },
  unit: { label: editWords.unit, kind: 'choice' },
  steps: { label: editWords.steps, kind: 'text' },
  requirements: { label: editWords.requirements, kind: 'text' },
  contact: { label: editWords.contact, kind: 'text' },
  attachments: { label: editWords.attachments, kind: 'text', wrong: editWords.attachmentsWrong },
}

export const activityForm = (before: Window, needsReason: boolean): Form<EditedActivity> =>
  createForm(schemaFor(before, needsReason), FIELDS)
