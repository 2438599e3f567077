import { h } from '../../shared/dom'
import type { BuiltIn, BuiltInNode } from './built-in'

const parts = new WeakMap<BuiltInNode, { bar: HTMLElement; done: HTMLElement; figure: HTMLElement }>()

const length = (value: string) => (/^[\d.]+$/.test(value) ? `${value}px` : value)

function draw(self: BuiltInNode): void {
  const found = parts.get(self)
  if (found === undefined) return
  const { bar, done, figure } = found
  const percent = Math.min(100, Math.max(0, self.number('percent')))
  const duration = self.is('active') ? self.number('duration') * percent : 0
  bar.style.cssText = `height: ${length(self.text('strokeWidth'))}; border-radius: ${length(self.text('borderRadius'))}; background: ${self.text('backgroundColor')}`
  done.style.cssText = `width: ${percent}%; background: ${self.text('activeColor') || self.text('color')}; transition: width ${duration}ms linear`
  figure.hidden = !self.is('showInfo')
  figure.style.fontSize = length(self.text('fontSize'))
  figure.textContent = `${percent}%`
  self.element.setAttribute('aria-valuenow', String(percent))
}

const PROPERTIES = {
  percent: { type: Number, value: 0 },
  showInfo: { type: Boolean, value: false },
  borderRadius: { type: String, value: '0' },
  fontSize: { type: String, value: '16' },
  strokeWidth: { type: String, value: '6' },
  color: { type: String, value: '#09BB07' },
  activeColor: { type: String, value: '' },
  backgroundColor: { type: String, value: '#EBEBEB' },
  active: { type: Boolean, value: false },
  duration: { type: Number, value: 30 },
} satisfies BuiltIn['properties']

export const progress: BuiltIn = {
  properties: PROPERTIES,
  ignored: ['activeMode'],
  setup(self) {
    const done = h('div', { class: 'progress-done' })
    const bar = h('div', { class: 'progress-bar' }, done)
    const figure = h('div', { class: 'progress-figure' })
    parts.set(self, { bar, done, figure })
    done.addEventListener('transitionend', () => {
      self.trigger('activeend', { curPercent: self.number('percent') })
    })
    self.element.append(bar, figure)
    for (const [name, value] of [
      ['role', 'progressbar'],
      ['aria-valuemin', '0'],
      ['aria-valuemax', '100'],
    ] as const)
      self.element.setAttribute(name, value)
    draw(self)
  },
  changed: Object.fromEntries(Object.keys(PROPERTIES).map(name => [name, draw])),
}
