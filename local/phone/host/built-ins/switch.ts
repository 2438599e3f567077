import type { BuiltIn, BuiltInNode } from './built-in'

const GREEN = '#04BE02'

function draw(self: BuiltInNode): void {
  const { element } = self
  const isOn = self.is('checked')
  element.setAttribute('aria-checked', String(isOn))
  element.setAttribute('aria-disabled', String(self.is('disabled')))
  element.dataset.type = self.text('type')
  element.style.setProperty('--switch-color', self.text('color') || GREEN)
}

function toggle(self: BuiltInNode): void {
  if (self.is('disabled')) return
  const value = !self.is('checked')
  self.set('checked', value)
  self.trigger('change', { value })
}

export const switchControl: BuiltIn = {
  properties: {
    checked: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    type: { type: String, value: 'switch' },
    color: { type: String, value: GREEN },
    name: { type: String, value: '' },
  },
  setup(self) {
    self.element.setAttribute('role', 'switch')
    self.activate = () => {
      toggle(self)
    }
    self.field = {
      value: () => self.is('checked'),
      reset: () => {
        self.set('checked', false)
      },
    }
    self.onTap(self.activate)
    draw(self)
  },
  changed: { checked: draw, disabled: draw, type: draw, color: draw },
}
