import { h } from '../../shared/dom'
import { type BuiltIn, type BuiltInNode, builtInAt } from './built-in'

const GREEN = '#09BB07'

function draw(self: BuiltInNode): void {
  self.element.setAttribute('aria-checked', String(self.is('checked')))
  self.element.setAttribute('aria-disabled', String(self.is('disabled')))
  self.element.style.setProperty('--mark-color', self.text('color') || GREEN)
}

const membersOf = (group: BuiltInNode, tag: string) =>
  [...group.element.querySelectorAll(tag)].flatMap(element => builtInAt(element) ?? [])

const chosenIn = (group: BuiltInNode, tag: string) =>
  membersOf(group, tag)
    .filter(member => member.is('checked'))
    .map(member => member.text('value'))

function choose(self: BuiltInNode, tag: 'wx-checkbox' | 'wx-radio'): void {
  if (self.is('disabled')) return
  const group = builtInAt(self.element.closest(`${tag}-group`))
  const isRadio = tag === 'wx-radio'
  if (isRadio && self.is('checked')) return
  if (isRadio && group !== undefined) {
    for (const other of membersOf(group, tag)) if (other.is('checked')) other.set('checked', false)
  }
  self.set('checked', !self.is('checked'))
  group?.trigger('change', { value: isRadio ? self.text('value') : chosenIn(group, tag) })
}

function mark(kind: 'checkbox' | 'radio'): BuiltIn {
  return {
    properties: {
      value: { type: String, value: '' },
      checked: { type: Boolean, value: false },
      disabled: { type: Boolean, value: false },
      color: { type: String, value: GREEN },
    },
    setup(self) {
      self.element.setAttribute('role', kind)
      self.element.prepend(h('span', { class: 'check-mark', 'aria-hidden': 'true' }))
      self.activate = () => {
        choose(self, `wx-${kind}`)
      }
      self.onTap(self.activate)
      draw(self)
    },
    changed: { checked: draw, disabled: draw, color: draw },
  }
}

function group(kind: 'checkbox' | 'radio'): BuiltIn {
  const tag = `wx-${kind}`
  return {
    properties: { name: { type: String, value: '' } },
    setup(self) {
      self.element.setAttribute('role', kind === 'radio' ? 'radiogroup' : 'group')
      self.field = {
        value: () => (kind === 'radio' ? (chosenIn(self, tag)[0] ?? '') : chosenIn(self, tag)),
        reset: () => {
          for (const member of membersOf(self, tag)) member.set('checked', false)
        },
      }
    },
  }
}

export const checkbox = mark('checkbox')
export const checkboxGroup = group('checkbox')
export const radio = mark('radio')
export const radioGroup = group('radio')
