import { button, h } from '../shared/dom'

/** A labelled row of buttons of which one is pressed. */
export function choice<Value>(
  label: string,
  items: readonly { text: string; value: Value }[],
  current: Value,
  onChoose: (value: Value) => void,
): HTMLElement {
  const row = h('div', { class: 'choice', role: 'group', 'aria-label': label })
  const buttons = items.map(({ text, value }) =>
    button({ class: 'choice-item', 'aria-pressed': String(value === current) }, text, () => {
      for (const [index, item] of buttons.entries())
        item.setAttribute('aria-pressed', String(items[index]?.value === value))
      onChoose(value)
    }),
  )
  row.append(...buttons)
  return h('div', { class: 'choice-row' }, h('span', {}, label), row)
}

/** A part of the panel, with its heading. */
export function section(title: string, ...content: (Node | string)[]): HTMLElement {
  return h('section', { class: 'panel-section' }, h('h2', {}, title), ...content)
}
