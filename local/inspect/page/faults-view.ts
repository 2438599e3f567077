import * as v from 'valibot'
import { button, h } from '../../phone/shared/dom'
import { Costs } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { heading, note, type View } from './view'

const SHARES = [
  ['dropBefore', 'Call lost before it arrives'],
  ['dropAfter', 'Answer lost on its way back'],
  ['delay', 'Call delayed'],
  ['duplicate', 'Call arrives twice'],
  ['kill', 'Function instance dies during the call'],
  ['cutUpload', 'Upload breaks off half-way'],
] as const

const NUMBERS = [
  ['delayMilliseconds', 'A delay lasts, ms'],
  ['killWithinMilliseconds', 'Death comes within, ms'],
  ['seed', 'Seed of the sequence'],
] as const

type Name = (typeof SHARES | typeof NUMBERS)[number][0]

const share = v.number()
const Settings = v.object({
  ...{ dropBefore: share, dropAfter: share, delay: share, duplicate: share, kill: share, cutUpload: share },
  ...{ delayMilliseconds: v.number(), killWithinMilliseconds: v.number(), seed: v.number() },
})

const isShare = (name: Name): boolean => SHARES.some(([other]) => other === name)

const send = (settings: Partial<Record<Name, number>>) =>
  ask(Settings, '/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  })

/** Trouble between phone and cloud, made on purpose. */
export function faultsView(): View {
  const panel = new FaultsPanel()
  void panel.show(ask(Settings, '/faults'))
  return { element: h('section', {}, heading('Faults', panel.state), panel.element) }
}

class FaultsPanel {
  readonly element: HTMLElement
  readonly state = h('span', { class: 'chip' })
  readonly #fields = new Map<Name, HTMLInputElement>()
  readonly #end = h('div')

  constructor() {
    const form = h(
      'form',
      { class: 'card stack' },
      h('div', { class: 'fields' }, ...SHARES.map(([name, label]) => this.#field(name, `${label}, %`))),
      h('div', { class: 'fields' }, ...NUMBERS.map(([name, label]) => this.#field(name, label))),
      h(
        'div',
        { class: 'tools' },
        h('button', { class: 'main' }, 'Set'),
        button({ class: 'tool' }, 'All off', () => void this.show(send({}))),
      ),
    )
    form.addEventListener('submit', event => {
      event.preventDefault()
      void this.show(send(this.#wanted()))
    })
    const about = note('They meet the phones of this cloud only, and are off again when it is started anew.')
    this.element = h('div', { class: 'stack' }, form, about, this.#end)
  }

  async show(asked: ReturnType<typeof send>): Promise<void> {
    try {
      const settings = await asked
      for (const [name, field] of this.#fields)
        field.value = String(isShare(name) ? Math.round(settings[name] * 100) : settings[name])
      const isOn = SHARES.some(([name]) => settings[name] > 0)
      this.state.textContent = isOn ? 'on' : 'all off'
      this.state.dataset.mode = isOn ? 'stopped' : 'real'
      const { faults } = await ask(Costs, question('costs'))
      const done = SHARES.map(([name, label]) => `${label}: ${faults[name] ?? 0}`)
      this.#end.replaceChildren(note(`Made since the mark of the counters. ${done.join('; ')}.`))
    } catch (thrown) {
      this.#end.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }

  #field(name: Name, label: string): HTMLElement {
    const most = isShare(name) ? { max: '100' } : {}
    const field = h('input', { id: name, type: 'number', min: '0', step: '1', required: '', ...most })
    this.#fields.set(name, field)
    return h('div', {}, h('label', { for: name }, label), field)
  }

  #wanted(): Partial<Record<Name, number>> {
    const numbers = [...this.#fields].map(
      ([name, field]) => [name, field.valueAsNumber / (isShare(name) ? 100 : 1)] as const,
    )
    return Object.fromEntries(numbers)
  }
}
