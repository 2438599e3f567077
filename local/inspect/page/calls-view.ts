import { button, h } from '../../phone/shared/dom'
import { type CallAnswer, Calls, type WholeCallAnswer, WholeCall } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { beijing, beijingTime, countInWords } from './in-words'
import { jsonView } from './json-view'
import { heading, keepFresh, note, type View } from './view'

const LOOK_EVERY = 1000

/** The calls of functions, newest first. Rows that stand already are kept, so that what is open stays open. */
export function callsView(): View {
  const list = h('ol', { class: 'rows' })
  const end = h('div', { class: 'end' })
  const rows = new Map<string, CallRow>()
  let isFollowing = true
  const look = async () => {
    try {
      const { calls } = await ask(Calls, question('calls'))
      const known = new Set(calls.map(({ requestId }) => requestId))
      for (const [requestId, row] of rows) if (!known.has(requestId)) row.element.remove()
      for (const call of [...calls].reverse()) {
        const row = rows.get(call.requestId) ?? new CallRow(call.requestId)
        if (!rows.has(call.requestId)) list.prepend(row.element)
        rows.set(call.requestId, row)
        row.tell(call)
      }
      end.replaceChildren(...(calls.length === 0 ? [note('No function has been called yet.')] : []))
    } catch (thrown) {
      end.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
  const follow = button({ class: 'tool', 'aria-pressed': 'true' }, 'Follow', () => {
    isFollowing = !isFollowing
    follow.setAttribute('aria-pressed', String(isFollowing))
    if (isFollowing) void look()
  })
  const clear = button({ class: 'tool' }, 'Clear view', () => {
    for (const row of rows.values()) row.element.remove()
  })
  const stop = keepFresh(() => (isFollowing ? look() : Promise.resolve()), LOOK_EVERY)
  return { element: h('section', {}, heading('Function log', clear, follow), list, end), stop }
}

/** One call, which opens to what it printed. */
class CallRow {
  readonly element: HTMLElement
  readonly #line = h('summary')
  readonly #printed = h('div', { class: 'opened' })
  readonly #details = h('details', { class: 'row call' }, this.#line, this.#printed)
  readonly #requestId: string
  #told = ''

  constructor(requestId: string) {
    this.#requestId = requestId
    this.element = h('li', {}, this.#details)
    this.#details.addEventListener('toggle', () => void this.#open())
  }

  tell(call: CallAnswer): void {
    const told = JSON.stringify(call)
    if (told === this.#told) return
    this.#told = told
    const { procedure, functionName, milliseconds, reads, writes, startedAt } = call
    const [outcome, kind] = outcomeOf(call)
    this.#line.replaceChildren(
      h('b', {}, procedure ?? functionName),
      h('span', { class: `outcome ${kind}` }, outcome),
      h('span', { class: 'figure' }, milliseconds === null ? '…' : `${milliseconds} ms`),
      h('span', { class: 'quiet' }, `${countInWords(reads, 'read')}, ${countInWords(writes, 'write')}`),
      h('time', { class: 'quiet', title: `${beijing(startedAt)} Beijing` }, beijingTime(startedAt)),
    )
    void this.#open()
  }

  async #open(): Promise<void> {
    if (!this.#details.open) return
    try {
      this.#printed.replaceChildren(...printedOf(await ask(WholeCall, question('call', { id: this.#requestId }))))
    } catch (thrown) {
      this.#printed.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
}

/** A function that returned may still have refused. */
function outcomeOf({ outcome, answered }: CallAnswer): [string, 'quiet' | 'trouble'] {
  if (outcome === 'running') return [outcome, 'quiet']
  if (outcome !== 'returned') return [outcome, 'trouble']
  return answered === null || answered === 'ok' ? [answered ?? outcome, 'quiet'] : [answered, 'trouble']
}

function printedOf({ requestId, functionName, lines }: WholeCallAnswer): HTMLElement[] {
  const about = h(
    'p',
    { class: 'quiet' },
    'function ',
    h('code', {}, functionName),
    ' · request ',
    h('code', {}, requestId),
  )
  if (lines.length === 0) return [about, note('It printed nothing.')]
  return [about, ...lines.map(({ stream, text }) => h('div', { class: `printed ${stream}` }, structured(text)))]
}

function structured(text: string): Node | string {
  if (!text.startsWith('{')) return h('pre', {}, text)
  try {
    const value: unknown = JSON.parse(text)
    return jsonView(value)
  } catch {
    return h('pre', {}, text)
  }
}
