import { h } from '../../shared/dom'
import type { BuiltIn, BuiltInNode } from './built-in'

const tracks = new WeakMap<BuiltInNode, { track: HTMLInputElement; figure: HTMLElement }>()

function draw(self: BuiltInNode): void {
  const parts = tracks.get(self)
  if (parts === undefined) return
  const { track, figure } = parts
  for (const name of ['min', 'max', 'step']) track.setAttribute(name, self.text(name))
  track.value = self.text('value')
  track.disabled = self.is('disabled')
  figure.textContent = track.value
  figure.hidden = !self.is('showValue')
  const { style } = self.element
  const done = (Number(track.value) - Number(track.min)) / (Number(track.max) - Number(track.min) || 1)
  style.setProperty('--slider-done', `${done * 100}%`)
  style.setProperty('--slider-active', self.text('activeColor') || self.text('selectedColor') || '#1aad19')
  style.setProperty('--slider-rest', self.text('backgroundColor') || self.text('color') || '#e9e9e9')
  style.setProperty('--slider-block', self.text('blockColor'))
  style.setProperty('--slider-size', `${Math.min(28, Math.max(12, self.number('blockSize')))}px`)
}

const PROPERTIES = {
  min: { type: Number, value: 0 },
  max: { type: Number, value: 100 },
  step: { type: Number, value: 1 },
  value: { type: Number, value: 0 },
  disabled: { type: Boolean, value: false },
  showValue: { type: Boolean, value: false },
  color: { type: String, value: '' },
  selectedColor: { type: String, value: '' },
  activeColor: { type: String, value: '' },
  backgroundColor: { type: String, value: '' },
  blockColor: { type: String, value: '#ffffff' },
  blockSize: { type: Number, value: 28 },
} satisfies BuiltIn['properties']

export const slider: BuiltIn = {
  properties: { ...PROPERTIES, name: { type: String, value: '' } },
  setup(self) {
    const track = h('input', { type: 'range' })
    const figure = h('span', { class: 'slider-figure', 'aria-hidden': 'true' })
    tracks.set(self, { track, figure })
    self.ariaTarget = track
    self.element.append(track, figure)
    self.field = {
      value: () => Number(track.value),
      reset: () => {
        self.set('value', self.number('min'))
      },
    }
    const moved = (name: 'changing' | 'change') => () => {
      const value = Number(track.value)
      self.set('value', value)
      self.trigger(name, { value })
    }
    track.addEventListener('input', moved('changing'))
    track.addEventListener('change', moved('change'))
    draw(self)
  },
  changed: Object.fromEntries(Object.keys(PROPERTIES).map(name => [name, draw])),
}
