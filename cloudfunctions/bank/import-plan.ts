import type { LiveBank } from '../../miniprogram/contract/bank-questions'
import type { Question } from '../quiz/api'
import type { PlacedDraft } from './formats/question-files'
import type { DraftQuestion } from './formats/draft'
import { filledPicture, pictureContent } from './pictures/imported-picture'
import { numberOf } from './question-numbers'
import { homeOf, isIncomplete, MISSING } from './rules'

/** What an import would put aside, and what that would replace. */
export interface Plan {
  fresh: Question[]
  /** Ids of the versions that leave their bank. */
  replaced: string[]
  unchanged: number
}

export interface Importing {
  batch: string
  bank: LiveBank
  writtenBy: string
  now: number
  /** Whether what a file says about verification is believed. */
  trusted: boolean
}

/** What stands in the place of what the file does not say. */
const filled = (draft: DraftQuestion, old: Question | undefined): DraftQuestion => ({
  ...draft,
  picture: filledPicture(draft.picture, old?.picture ?? null),
  explanation: { why: draft.explanation.why || MISSING, trap: draft.explanation.trap || MISSING },
  source: { ...draft.source, title: draft.source.title || MISSING, asOf: draft.source.asOf || MISSING },
  facts: draft.facts.length > 0 ? draft.facts : [MISSING],
})

const contentOf = ({ category, kind, stem, options, key, explanation, source, ...rest }: DraftQuestion): string => {
  const { picture, facts, evidence, difficulty, bloom, validFrom, validTo } = rest
  const shown = [
    category,
    kind,
    stem,
    options.map(({ id, text }) => [id, text]),
    key,
    explanation.why,
    explanation.trap,
  ]
  const told = [source.title, source.clause, source.url, source.asOf, source.status, facts, evidence, difficulty, bloom]
  return JSON.stringify([...shown, ...told, validFrom, validTo, pictureContent(picture)])
}

/** A number that nobody has; the same file gets the same ones again. */
function freshId({ category, batch, at }: { category: string; batch: string; at: number }, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = `${category}-${numberOf(`${batch} ${at} ${attempt}`)}`
    if (!taken.has(id)) return id
  }
}

function freshVersion(
  draft: DraftQuestion,
  old: Question | undefined,
  { batch, bank, writtenBy, now, trusted }: Importing,
): Question {
  const version = old ? old.version + 1 : 1
  const incomplete = isIncomplete(draft)
  // What anybody could practise stays open; what somebody took out stays out.
  const home = old ? homeOf(old) : bank
  return {
    ...draft,
    ...{ _id: `${draft.id}@${version}`, version, bank: 'archive', measured: null, retired: false, home },
    ...(trusted ? {} : { verifiedBy: '', verifiedAt: null }),
    ...{ writtenBy, writtenAt: now, verifier: '', changedWith: '', batch, replacedIn: '' },
    arrives: incomplete || old?.retired ? 'archive' : home,
  }
}

/** @param newest the version that counts of every question there is, by id; `taken` are the ids of all that ever were */
export function planImport(
  drafts: readonly PlacedDraft[],
  { newest, taken }: { newest: ReadonlyMap<string, Question>; taken: ReadonlySet<string> },
  importing: Importing,
): Plan {
  const ids = new Set(taken)
  const plan: Plan = { fresh: [], replaced: [], unchanged: 0 }
  for (const { at, draft } of drafts) {
    const id = draft.id === '' ? freshId({ category: draft.category, batch: importing.batch, at }, ids) : draft.id
    const old = newest.get(id)
    const whole = filled({ ...draft, id }, old)
    ids.add(id)
    if (old && contentOf(old) === contentOf(whole)) plan.unchanged += 1
    else {
      plan.fresh.push(freshVersion(whole, old, importing))
      if (old) plan.replaced.push(old._id)
    }
  }
  return plan
}
