import { type Attempt, attempts, marksUpTo, type Question } from '../../quiz/api'
import { noAnswers, takeInAttempt } from '../item-rules'
import { type ItemCounts, itemCounts, type Recount } from '../repository/item-counts'
import { itemRulings } from '../repository/item-rulings'
import { items } from '../repository/item-statistics'
import type { Cursor } from '../rules'
import { type ItemRows, readRows, writeChanged, writeRow } from './item-rows'
import { answersOf, moveOthers } from './judging'
import type { KnownQuestions } from './known-questions'
import { cursorAt, firstAmong, inOrder, isBeyond, orderOf, readAfter } from './submission-order'

interface Bounds {
  /** How far attempts are counted at all. */
  reached: Cursor
  /** Attempts that one read answers. */
  size: number
}

interface Page {
  attempts: Attempt[]
  /** Where the next one begins; null after the last. */
  next: Cursor | null
}

/**
 * The state with the oldest ruling that statistics do not follow yet taken up; null where there is none. Never while a
 * batch may be half written: what it has changed is undone only by the same batch.
 */
export async function beginRecount(state: ItemCounts): Promise<ItemCounts | null> {
  const ruling = await itemRulings.next()
  if (!ruling) return null
  const { _id: version, number, key } = ruling
  const [known] = await items.byIds([version])
  const formerly = known?.ruled ?? null
  return { ...state, recount: { version, ruled: { number, key }, formerly, cursor: itemCounts.beginning } }
}

/**
 * Attempts that hold the version, as far as attempts are counted at all. While scores follow the same or a later ruling an
 * attempt moves from one mark to a higher one; read from the lowest to the highest, none can slip through.
 */
async function pageOf(recount: Recount, number: number, { reached, size }: Bounds): Promise<Page> {
  const { version, cursor } = recount
  const lists: Attempt[][] = []
  for (const mark of marksUpTo({ question: version, number }))
    lists.push(
      await readAfter(cursor, size, {
        ties: (at, id, limit) => attempts.scoredByAt(mark, at, id, limit),
        later: (at, limit) => attempts.scoredByAfter(mark, at, limit),
      }),
    )
  const latest = await itemRulings.get(version)
  if (latest && latest.number > number) return pageOf(recount, latest.number, { reached, size })
  return joined(lists, { reached, size })
}

/** Each attempt once, no further than the shortest list that goes on. */
function joined(lists: readonly Attempt[][], { reached, size }: Bounds): Page {
  const [end] = inOrder(lists.filter(list => list.length === size).flatMap(list => list.at(-1) ?? []))
  const unique = new Map(lists.flat().map(attempt => [attempt._id, attempt]))
  const upToEnd = [...unique.values()].filter(attempt => !end || orderOf(attempt) <= orderOf(end))
  const counted = upToEnd.filter(attempt => !isBeyond(reached, attempt))
  const goesOn = end && counted.length === upToEnd.length
  return { attempts: inOrder(counted), next: goesOn ? cursorAt(end) : null }
}

/**
 * Counts the next attempts that hold the version again: its own figures from nothing, and in those of the other questions
 * of the same papers what this one was part of.
 * @returns the state after it, without the recount where it is done
 */
export async function recountNext(
  state: ItemCounts,
  recount: Recount,
  { known, size }: { known: KnownQuestions; size: number },
): Promise<ItemCounts> {
  const { version, ruled } = recount
  const page = await pageOf(recount, ruled.number, { reached: state.cursor, size })
  const firsts = await firstAmong(page.attempts)
  const bank = await known.of(firsts, [version])
  const question = bank.get(version)
  if (question) await countPage(state.batch, recount, { question, bank, firsts, isLast: page.next === null })
  if (page.next === null) await itemRulings.settle(version, ruled.number)
  return { ...state, batch: state.batch + 1, recount: page.next && { ...recount, cursor: page.next } }
}

interface Counted {
  question: Question
  bank: ReadonlyMap<string, Question>
  firsts: readonly Attempt[]
  isLast: boolean
}

async function countPage(batch: number, recount: Recount, { question, bank, firsts, isLast }: Counted): Promise<void> {
  const { version, ruled } = recount
  const rows = await readRows([...bank.values()], batch)
  const isFirst = recount.cursor.at === 0
  const base = (isFirst ? null : rows.before.get(version)) ?? noAnswers(question.difficulty)
  const after = followed(recount, bank, firsts, { ...rows, before: new Map(rows.before).set(version, base) })
  const others = [...bank.values()].filter(({ _id }) => _id !== version)
  await writeChanged(others, rows, after, batch)
  const value = after.get(version) ?? base
  await writeRow(question, rows.stored.get(version), { batch, value, ruled, isPartial: !isLast })
}

function followed(
  { version, ruled, formerly }: Recount,
  bank: ReadonlyMap<string, Question>,
  firsts: readonly Attempt[],
  { before, rulings }: ItemRows,
): ItemRows['before'] {
  const now = new Map(rulings).set(version, ruled)
  const then = new Map(rulings)
  if (formerly) then.set(version, formerly)
  else then.delete(version)
  return firsts.reduce((sums, attempt) => {
    const judged = answersOf(attempt, bank, now)
    const own = takeInAttempt(new Map([...sums].filter(([ref]) => ref === version)), judged)
    const others = moveOthers(sums, version, answersOf(attempt, bank, then), judged)
    return new Map([...others, ...own])
  }, before)
}
