import { inParts, withEach } from '../../platform/in-parts'
import type { Question } from '../../quiz/api'
import { baseOf, store } from '../accumulate'
import { flagsOf, type ItemSums, measured, noAnswers } from '../item-rules'
import { items, type Ruled, type StoredItem } from '../repository/item-statistics'
import { keyOf, type Rulings } from './judging'

/** The statistics of some versions as a batch finds them. */
export interface ItemRows {
  stored: ReadonlyMap<string, StoredItem>
  /** The sums before the batch. */
  before: ReadonlyMap<string, ItemSums>
  rulings: Rulings
}

export async function readRows(bank: readonly Question[], batch: number): Promise<ItemRows> {
  const refs = bank.map(({ _id }) => _id)
  const stored = new Map((await inParts(refs, items.byIds)).map(item => [item._id, item]))
  const before = bank.map(({ _id, difficulty }) => {
    const base = baseOf(stored.get(_id), batch) ?? noAnswers(difficulty)
    return [_id, base] as const
  })
  const ruled = [...stored.values()].flatMap(item => (item.ruled ? [[item._id, item.ruled] as const] : []))
  return { stored, before: new Map(before), rulings: new Map(ruled) }
}

interface NextRow {
  batch: number
  value: ItemSums
  ruled: Ruled | null
  /** Not all of its attempts are counted again yet: it warns of nothing, and the questions hear nothing of it. */
  isPartial: boolean
}

const wrongOptions = ({ options }: Question, key: readonly string[]): string[] =>
  options.map(({ id }) => id).filter(id => !key.includes(id))

/** Where every answer counts as right the answers say nothing about the question. */
function judgement(question: Question, known: StoredItem | undefined, { value, ruled, isPartial }: NextRow) {
  if (isPartial) return { flags: [], measured: known?.measured ?? null }
  const key = keyOf(question, ruled)
  return key
    ? { flags: flagsOf(value, wrongOptions(question, key)), measured: measured(value) }
    : { flags: [], measured: null }
}

function rowOf(question: Question, known: StoredItem | undefined, next: NextRow): StoredItem {
  const told = known?.told ?? null
  const says = judgement(question, known, next)
  return {
    _id: question._id,
    options: question.options.map(({ id }) => id),
    ...{ ruled: next.ruled, value: next.value, batch: next.batch, before: baseOf(known, next.batch) },
    ...{ ...says, told, untold: says.measured !== told },
  }
}

export async function writeRow(question: Question, known: StoredItem | undefined, next: NextRow): Promise<void> {
  await store({ insert: items.insert, change: items.change }, known, rowOf(question, known, next))
}

/** Writes the sums that have become others. */
export async function writeChanged(
  bank: readonly Question[],
  { stored, before }: ItemRows,
  after: ReadonlyMap<string, ItemSums>,
  batch: number,
): Promise<void> {
  await withEach(bank, async question => {
    const value = after.get(question._id)
    if (!value || value === before.get(question._id)) return
    const known = stored.get(question._id)
    await writeRow(question, known, { batch, value, ruled: known?.ruled ?? null, isPartial: false })
  })
}
