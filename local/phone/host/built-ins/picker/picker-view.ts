import { type BuiltIn, type BuiltInNode, builtInAt } from '../built-in'

const COLUMN = 'wx-picker-view-column'
const SETTLE_MS = 120
const DEFAULT_ITEM_PX = 34

const heightIn = (style: string) => Number(/height\s*:\s*([\d.]+)px/.exec(style)?.[1] ?? DEFAULT_ITEM_PX)

const columnsOf = (view: BuiltInNode) => [...view.element.querySelectorAll<HTMLElement>(COLUMN)]

function itemHeight(view: BuiltInNode): number {
  return heightIn(view.text('indicatorStyle'))
}

function indexOf(view: BuiltInNode, column: HTMLElement): number {
  const most = Math.max(0, column.childElementCount - 1)
  return Math.min(most, Math.max(0, Math.round(column.scrollTop / itemHeight(view))))
}

/** Puts every column where `value` says. */
function place(view: BuiltInNode): void {
  const value: unknown = view.get('value')
  const height = itemHeight(view)
  view.element.style.setProperty('--item', `${height}px`)
  if (!Array.isArray(value)) return
  for (const [at, column] of columnsOf(view).entries())
    column.scrollTo({ top: Number(value[at] ?? 0) * height, behavior: 'instant' })
}

function settle(view: BuiltInNode): void {
  const before: unknown = view.get('value')
  const value = columnsOf(view).map(column => indexOf(view, column))
  view.set('value', value)
  place(view)
  view.trigger('pickend')
  if (!Array.isArray(before) || value.some((index, at) => index !== Number(before[at] ?? 0)))
    view.trigger('change', { value })
}

export const pickerView: BuiltIn = {
  properties: {
    value: { type: null, value: [] },
    indicatorStyle: { type: String, value: '' },
    maskStyle: { type: String, value: '' },
    name: { type: String, value: '' },
  },
  ignored: ['indicatorClass', 'maskClass', 'immediateChange'],
  setup(self) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const listener = () => {
      const isAtRest = columnsOf(self).every((column, at) => {
        const value: unknown = self.get('value')
        return Array.isArray(value) && column.scrollTop === Number(value[at] ?? 0) * itemHeight(self)
      })
      clearTimeout(timer)
      if (isAtRest) return
      if (timer === undefined) self.trigger('pickstart')
      timer = setTimeout(() => {
        timer = undefined
        settle(self)
      }, SETTLE_MS)
    }
    self.element.addEventListener('scroll', listener, { capture: true })
    self.field = { value: () => self.get('value'), reset: () => undefined }
  },
  changed: { value: place, indicatorStyle: place },
  attached: self => {
    queueMicrotask(() => {
      place(self)
    })
  },
}

export const pickerViewColumn: BuiltIn = {
  setup(self) {
    self.element.setAttribute('role', 'listbox')
    // A tap on a text above or below the middle brings it there.
    self.element.addEventListener('click', event => {
      const view = builtInAt(self.element.closest('wx-picker-view'))
      const item = [...self.element.children].findIndex(
        child => event.target instanceof Node && child.contains(event.target),
      )
      if (view !== undefined && item >= 0) self.element.scrollTo({ top: item * itemHeight(view), behavior: 'instant' })
    })
  },
}
