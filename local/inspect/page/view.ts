import { h } from '../../phone/shared/dom'

/** One page of the inspector. */
export interface View {
  element: HTMLElement
  /** ends whatever it does by itself */
  stop?: () => void
}

/** What stands in the address after the page's name: parts of the path, and a query. */
export interface Place {
  parts: readonly string[]
  query: URLSearchParams
}

/** A heading with what belongs to it at its right. */
export const heading = (title: string, ...beside: (Node | string)[]): HTMLElement =>
  h('header', { class: 'heading' }, h('h1', { tabindex: '-1' }, title), h('div', { class: 'beside' }, ...beside))

export const note = (text: string, kind: 'quiet' | 'trouble' = 'quiet'): HTMLElement =>
  h('p', { class: `note ${kind}`, ...(kind === 'trouble' && { role: 'alert' }) }, text)

/** A table whose first column names the row; the others are figures. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly (Node | string)[])[]) {
  const first = h('tr', {}, ...head.map(text => h('th', { scope: 'col' }, text)))
  const body = rows.map(([name = '', ...cells]) =>
    h('tr', {}, h('th', { scope: 'row' }, name), ...cells.map(cell => h('td', {}, cell))),
  )
  const whole = h('table', {}, h('caption', {}, caption), h('thead', {}, first), h('tbody', {}, ...body))
  return h('div', { class: 'card scrolls' }, whole)
}

/** Does the work now and then again and again while the page is looked at. */
export function keepFresh(work: () => Promise<void>, everyMilliseconds: number): () => void {
  let isBusy = false
  const once = () => {
    if (isBusy || document.hidden) return
    isBusy = true
    void work().finally(() => {
      isBusy = false
    })
  }
  once()
  const timer = setInterval(once, everyMilliseconds)
  return () => {
    clearInterval(timer)
  }
}
