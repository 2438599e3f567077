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

async function refresh<Row>(view: View<Listing<Row>>, ask: Ask<Row>): Promise<void> {
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

function begin<Row>(view: View<Listing<Row>>, ask: Ask<Row>): Promise<void> {
  view.show({ ...LOADING, rows: [], more: 'end' })
  return refresh(view, ask)
}

async function readOn<Row>(view: View<Listing<Row>>, ask: Ask<Row>): Promise<void> {
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

/** What a page with a list does, from how it asks for a stretch of it: which list that is, its state says. */
export const listing = <State extends Listing<Row>, Row>(reading: (view: View<State>) => Ask<Row>) => ({
  /** Reads it from its beginning; rows that are there already stay until the new ones come. */
  refresh: (view: View<State>): Promise<void> => refresh(view, reading(view)),

  /** Reads another list: nothing of the one before stays. */
  begin: (view: View<State>): Promise<void> => begin(view, reading(view)),

  /** Reads on where it ends so far. */
  readOn: (view: View<State>): Promise<void> => readOn(view, reading(view)),
})
