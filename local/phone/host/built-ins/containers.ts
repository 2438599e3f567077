import { playAnimation } from './animation'
import type { BuiltIn } from './built-in'
import { followHover, hoverProperties } from './hover'

export const view: BuiltIn = {
  properties: { ...hoverProperties('none', 50, 400), animation: { type: null } },
  setup: followHover,
  changed: { animation: playAnimation },
}

export const text: BuiltIn = {
  properties: {
    selectable: { type: Boolean, value: false },
    userSelect: { type: Boolean, value: false },
    space: { type: String, value: '' },
    decode: { type: Boolean, value: false },
  },
  changed: {
    selectable: self => self.element.classList.toggle('is-selectable', self.is('selectable')),
    userSelect: self => self.element.classList.toggle('is-selectable', self.is('userSelect')),
    space: self => {
      self.element.dataset.space = self.text('space')
    },
  },
}
