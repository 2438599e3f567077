import type { NativeNode, TextNode } from 'glass-easel'
import type { BuiltIn, BuiltInNode } from './built-in'

export type FieldElement = HTMLInputElement | HTMLTextAreaElement

const fields = new WeakMap<BuiltInNode, { control: FieldElement; placeholder: NativeNode; hint: TextNode }>()

export const controlOf = (self: BuiltInNode) => fields.get(self)?.control

/** Properties that <input> and <textarea> share. */
export const fieldProperties = {
  value: { type: String, value: '' },
  placeholder: { type: String, value: '' },
  placeholderStyle: { type: String, value: '' },
  disabled: { type: Boolean, value: false },
  maxlength: { type: Number, value: 140 },
  focus: { type: Boolean, value: false },
  autoFocus: { type: Boolean, value: false },
  name: { type: String, value: '' },
} satisfies BuiltIn['properties']

/** What a telephone's keyboard does with these has no counterpart in a browser. */
export const ignoredOfFields = [
  'cursor',
  'cursorSpacing',
  'cursorColor',
  'selectionStart',
  'selectionEnd',
  'adjustPosition',
  'holdKeyboard',
  'alwaysEmbed',
] as const

function showPlaceholder(self: BuiltInNode): void {
  const field = fields.get(self)
  if (field === undefined) return
  const isEmpty = field.control.value === ''
  field.hint.textContent = self.text('placeholder')
  field.placeholder.setNodeStyle(`${self.text('placeholderStyle')}${isEmpty ? '' : '; display: none'}`)
}

/** `clean` takes out what the keyboard of the field's type could not have typed. */
function typed(self: BuiltInNode, control: FieldElement, clean: (text: string) => string): void {
  const value = clean(control.value)
  if (value !== control.value) control.value = value
  showPlaceholder(self)
  self.set('value', value)
  const replace = (answer: unknown) => {
    if (typeof answer !== 'string') return
    control.value = answer
    self.set('value', answer)
    showPlaceholder(self)
  }
  const detail = { value, cursor: control.selectionStart ?? value.length, keyCode: 0 }
  self.node.triggerEvent('input', detail, { handleListenerReturn: replace })
}

/** Puts a real control inside the element and tells what happens to it. */
export function setUpField(self: BuiltInNode, control: FieldElement, clean: (text: string) => string): void {
  const shadow = self.node.getShadowRoot()
  if (shadow === null) return
  const placeholder = shadow.createNativeNode('placeholder')
  placeholder.setNodeClass('placeholder-class')
  const hint = shadow.createTextNode('')
  placeholder.appendChild(hint)
  shadow.appendChild(placeholder)
  fields.set(self, { control, placeholder, hint })
  self.element.append(control)
  self.ariaTarget = control
  self.activate = () => {
    control.focus()
  }
  self.field = {
    value: () => control.value,
    reset: () => {
      self.set('value', '')
      control.value = ''
      showPlaceholder(self)
    },
  }
  control.maxLength = self.number('maxlength')
  hear(self, control, clean)
}

function hear(self: BuiltInNode, control: FieldElement, clean: (text: string) => string): void {
  let isComposing = false
  control.addEventListener('compositionstart', () => {
    isComposing = true
  })
  control.addEventListener('compositionend', () => {
    isComposing = false
    typed(self, control, clean)
  })
  control.addEventListener('input', () => {
    if (!isComposing) typed(self, control, clean)
  })
  control.addEventListener('focus', () => {
    self.triggerSoon('focus', { value: control.value, height: 0 })
  })
  control.addEventListener('blur', () => {
    self.triggerSoon('blur', { value: control.value, cursor: control.selectionStart ?? 0 })
  })
}

function focus(self: BuiltInNode): void {
  const control = controlOf(self)
  if (self.is('focus')) control?.focus()
  else if (control !== undefined && document.activeElement === control) control.blur()
}

export const fieldChanges = {
  value: (self: BuiltInNode) => {
    const control = controlOf(self)
    if (control !== undefined && control.value !== self.text('value')) control.value = self.text('value')
    showPlaceholder(self)
  },
  placeholder: (self: BuiltInNode) => {
    controlOf(self)?.setAttribute('placeholder', self.text('placeholder'))
    showPlaceholder(self)
  },
  placeholderStyle: showPlaceholder,
  disabled: (self: BuiltInNode) => controlOf(self)?.toggleAttribute('disabled', self.is('disabled')),
  maxlength: (self: BuiltInNode) => {
    const control = controlOf(self)
    const length = self.number('maxlength')
    if (control === undefined) return
    if (length < 0) control.removeAttribute('maxlength')
    else control.maxLength = length
  },
  focus,
} satisfies BuiltIn['changed']

export function focusWhenAttached(self: BuiltInNode): void {
  if (self.is('focus') || self.is('autoFocus')) queueMicrotask(() => controlOf(self)?.focus())
}
