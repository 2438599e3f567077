import { button, h } from '../../phone/shared/dom'
import { Costs, type CostsAnswer } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { beijing } from './in-words'
import { heading, keepFresh, note, table, type View } from './view'

const LOOK_EVERY = 2000
const COLLECTION_HEAD = ['collection', 'reads', 'writes', 'other']
const PROCEDURE_HEAD = ['procedure', 'calls', 'reads', 'writes', 'median', 'slowest']

const figure = (count: number, label: string): HTMLElement =>
  h('div', { class: 'figure-card' }, h('b', {}, count.toLocaleString('en')), h('span', {}, label))

const milliseconds = (time: number | null): string => (time === null ? '…' : `${time} ms`)

function told({ markedAt, reads, writes, calls, collections, procedures, isPartial }: CostsAnswer): HTMLElement[] {
  const since = markedAt === null ? 'Since the cloud started.' : `Since the mark at ${beijing(markedAt)}, Beijing.`
  const figures = [figure(calls, 'function calls'), figure(reads, 'database reads'), figure(writes, 'database writes')]
  const byCollection = collections.map(({ name, ...counts }) => [
    name,
    ...[counts.reads, counts.writes, counts.other].map(String),
  ])
  const byProcedure = procedures.map(({ name, median, slowest, ...counts }) => [
    name,
    ...[counts.calls, counts.reads, counts.writes].map(String),
    milliseconds(median),
    milliseconds(slowest),
  ])
  return [
    note(since),
    h('div', { class: 'figures card' }, ...figures),
    ...(byCollection.length === 0 ? [] : [table('By collection', COLLECTION_HEAD, byCollection)]),
    ...(byProcedure.length === 0 ? [] : [table('By procedure', PROCEDURE_HEAD, byProcedure)]),
    ...(isPartial ? [note('The log has forgotten older calls: the procedures are those of the last thousand.')] : []),
  ]
}

/** What was read and written since a mark, as the platform would bill it. */
export function costsView(): View {
  const body = h('div', { class: 'stack' })
  const show = async (asked: Promise<CostsAnswer>) => {
    try {
      body.replaceChildren(...told(await asked))
    } catch (thrown) {
      body.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
  const mark = button({ class: 'main' }, 'Set the mark here', () => {
    void show(ask(Costs, question('mark'), { method: 'POST' }))
  })
  const stop = keepFresh(() => show(ask(Costs, question('costs'))), LOOK_EVERY)
  return { element: h('section', {}, heading('Counters', mark), body), stop }
}
