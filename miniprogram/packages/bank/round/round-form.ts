import * as v from 'valibot'
import { CATEGORIES, type Category } from '../../../contract/questions'
import type { OrganisedRound, RoundInput } from '../../../contract/rounds'
import { DAY, type Day, dayOf, daySchema, type Instant, startOfDay } from '../../../contract/time'
import { CATEGORY_NAMES } from '../../../copy/quiz'
import { roundWords as words } from '../../../copy/rounds'
import { createForm, type Draft, type Field } from '../../../lib/form'

const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.trim(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most))

const CERTIFICATE = /^\s*(\d{1,3})\s+(\S.{0,19})$/
const MOST_CERTIFICATES = 5

/** A score and a name on a line of its own each; null where a line says something else, or they are out of order. */
function certificatesIn(text: string): RoundInput['certificates'] | null {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const read = lines.map(line => CERTIFICATE.exec(line))
  const all = read.map(found => ({ from: Number(found?.[1] ?? 0), name: (found?.[2] ?? '').trim() }))
  const fit = all.every(({ from, name }, at) => name !== '' && from <= 100 && from > (all[at - 1]?.from ?? 0))
  return fit && all.length <= MOST_CERTIFICATES ? all : null
}

export const countName = (category: Category): string => `count-${category}`

const counts = Object.fromEntries(
  CATEGORIES.map(category => [countName(category), v.pipe(v.string(), v.trim(), v.regex(/^\d{0,2}$/))]),
)

const schema = v.object({
  title: v.pipe(v.string(), v.trim(), v.maxLength(30)),
  opensAt: daySchema,
  closesAt: daySchema,
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  minutes: whole(1, 120),
  attemptsPerDay: whole(1, 20),
  minPlayers: whole(1, 1000),
  certificates: v.pipe(
    v.string(),
    v.check(text => certificatesIn(text) !== null, 'certificates'),
    v.transform(text => certificatesIn(text) ?? []),
  ),
  ...counts,
})

export type EditedRound = v.InferOutput<typeof schema>

const number = (label: string): Field => ({ label, kind: 'number' })

export const roundForm = createForm(schema, {
  title: { label: words.title, kind: 'text' },
  opensAt: { label: words.opensAt, kind: 'day' },
  closesAt: { label: words.closesAt, kind: 'day' },
  reason: { label: words.reason, kind: 'text' },
  ...{ minutes: number(words.minutes), attemptsPerDay: number(words.attemptsPerDay) },
  minPlayers: number(words.minPlayers),
  certificates: { label: words.certificates, kind: 'text', wrong: words.certificatesWrong },
  ...Object.fromEntries(CATEGORIES.map(category => [countName(category), number(CATEGORY_NAMES[category])])),
})

/** The last day of a round that ends at an instant. */
const lastDay = (closesAt: Instant): Day => dayOf(closesAt - 1)

export const draftOf = ({
  title,
  opensAt,
  closesAt,
  minutes,
  attemptsPerDay,
  minPlayers,
  mix,
  certificates,
}: OrganisedRound): Draft => ({
  ...{ title, opensAt: dayOf(opensAt), closesAt: lastDay(closesAt), reason: '' },
  ...{ minutes: String(minutes), attemptsPerDay: String(attemptsPerDay), minPlayers: String(minPlayers) },
  certificates: certificates.map(({ from, name }) => `${from} ${name}`).join('\n'),
  ...Object.fromEntries(mix.map(({ category, count }) => [countName(category), String(count)])),
})

export const blankDraft: Draft = {
  title: '',
  minutes: '5',
  attemptsPerDay: '3',
  minPlayers: '5',
  certificates: '',
  reason: '',
}

/** Categories with a count above zero, in the order of the form. */
export const mixIn = (draft: Draft): RoundInput['mix'] =>
  CATEGORIES.flatMap(category => {
    const count = Number(draft[countName(category)] ?? 0)
    return Number.isInteger(count) && count > 0 ? [{ category, count }] : []
  })

/** What is sent. A day that was not touched keeps the instant it had. */
export function inputOf(edited: EditedRound, draft: Draft, before: OrganisedRound | null): RoundInput {
  const { title, opensAt, closesAt, minutes, attemptsPerDay, minPlayers, certificates } = edited
  const opens = before && dayOf(before.opensAt) === opensAt ? before.opensAt : startOfDay(opensAt)
  const closes = before && lastDay(before.closesAt) === closesAt ? before.closesAt : startOfDay(closesAt) + DAY
  return {
    ...{ title, opensAt: opens, closesAt: closes, minutes, attemptsPerDay, minPlayers, certificates },
    mix: mixIn(draft),
  }
}

export const isMoved = (draft: Draft, before: OrganisedRound): boolean =>
  draft['opensAt'] !== dayOf(before.opensAt) || draft['closesAt'] !== lastDay(before.closesAt)
