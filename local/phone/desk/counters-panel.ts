import { button, h } from '../shared/dom'
import { section } from './choice'

interface Counts {
  calls: number
  reads: number
  writes: number
  functions: Record<string, number>
}

const NOTHING: Counts = { calls: 0, reads: 0, writes: 0, functions: {} }

function numbersIn(value: unknown): Record<string, number> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

async function readCounts(): Promise<Counts | undefined> {
  const answer: unknown = await fetch('/counters')
    .then(response => (response.ok ? response.json() : undefined))
    .catch(() => undefined)
  if (typeof answer !== 'object' || answer === null) return undefined
  const functions = 'functions' in answer ? numbersIn(answer.functions) : {}
  return { ...NOTHING, ...numbersIn(answer), functions }
}

/** What the mini-program has cost since the counters were set to zero. */
export class CountersPanel {
  readonly element: HTMLElement
  private readonly figures: Record<'calls' | 'reads' | 'writes', HTMLElement>
  private readonly details = h('dl', { class: 'details' })
  private zero: Counts | undefined
  private latest: Counts = NOTHING

  constructor() {
    const figure = (label: string) => h('div', { class: 'figure' }, h('b', {}, '0'), h('span', {}, label))
    this.figures = { calls: figure('云函数'), reads: figure('库读'), writes: figure('库写') }
    const reset = button({ class: 'quiet-button' }, '清零', () => {
      this.zero = this.latest
      this.draw()
    })
    this.element = section('用量', h('div', { class: 'figures' }, ...Object.values(this.figures)), this.details, reset)
  }

  async refresh(): Promise<void> {
    const counts = await readCounts()
    if (counts === undefined) return
    this.latest = counts
    // What happened before the desk was opened belongs to somebody else.
    this.zero ??= counts
    this.draw()
  }

  private draw(): void {
    const zero = this.zero ?? NOTHING
    for (const name of ['calls', 'reads', 'writes'] as const) {
      const value = this.figures[name].firstChild
      if (value !== null) value.textContent = String(Math.max(0, this.latest[name] - zero[name]))
    }
    const lines = Object.entries(this.latest.functions)
      .map(([name, count]) => [name, count - (zero.functions[name] ?? 0)] as const)
      .filter(([, count]) => count > 0)
      .flatMap(([name, count]) => [h('dt', {}, name), h('dd', {}, String(count))])
    this.details.replaceChildren(...lines)
  }
}
