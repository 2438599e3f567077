import type { Paged } from '../contract/paging'
import { errorWords } from '../copy/errors'
import type { View } from './live-view'
import { failed, LOADING, type Loading, READY } from './loading'

/** A list that is read page by page, as a page shows it. */
export interface Listing<Row> extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  rows: Row[]
  /** What the foot of the list says; see list-end. */
  more: 'idle' | 'loading' | 'end' | 'failed'
  moreProblem: string
  /** Where the next page begins; null at the end. */
  next: string | null
  /** Counts the questions: an answer to an older one comes too late to be shown. */
  turn: number
}

export const noListing = <Row>(): Listing<Row> => ({
  ...LOADING,
  rows: [],
  more: 'end',
  moreProblem: '',
  next: null,
  turn: 0,
})

type Ask<Row> = (after: string | null) => Promise<Paged<Row>>

const foot = (next: string | null): Partial<Listing<never>> => ({ next, more: next === null ? 'end' : 'idle' })

/** Reads the list from its beginning; rows that are there already stay until the new ones come. */
export async function refreshListing<Row>(view: View<Listing<Row>>, ask: Ask<Row>): Promise<void> {
  const turn = view.state.turn + 1
  view.show({ turn })
  try {
    const { items, next } = await ask(null)
    if (view.state.turn !== turn) return
    const phase = items.length === 0 && next === null ? 'empty' : 'ready'
    view.show({ ...READY, phase, rows: items, moreProblem: '', ...foot(next) })
  } catch (problem) {
    if (view.state.turn === turn) view.show({ ...failed(problem), rows: [] })
  }
}

/** Reads another list: nothing of the one before stays. */
export function beginListing<Row>(view: View<Listing<Row>>, ask: Ask<Row>): Promise<void> {
  view.show({ ...LOADING, rows: [], more: 'end' })
  return refreshListing(view, ask)
}

/** Reads on where the list ends so far. */
export async function readOn<Row>(view: View<Listing<Row>>, ask: Ask<Row>): Promise<void> {
  const { turn, next, rows } = view.state
  if (next === null || view.state.more === 'loading') return
  view.show({ more: 'loading', moreProblem: '' })
  try {
    const page = await ask(next)
    if (view.state.turn === turn) view.show({ rows: [...rows, ...page.items], ...foot(page.next) })
  } catch (problem) {
    if (view.state.turn === turn) view.show({ more: 'failed', moreProblem: errorWords(problem) })
  }
}
