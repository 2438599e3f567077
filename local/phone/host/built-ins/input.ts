import { h } from '../../shared/dom'
import type { BuiltIn, BuiltInNode } from './built-in'
import { controlOf, fieldChanges, fieldProperties, focusWhenAttached, ignoredOfFields, setUpField } from './text-field'

const KEYBOARDS: Record<string, { mode: string; forbidden: RegExp }> = {
  number: { mode: 'numeric', forbidden: /\D/g },
  digit: { mode: 'decimal', forbidden: /[^\d.]/g },
  idcard: { mode: 'text', forbidden: /[^\dXx]/g },
}

function setType(self: BuiltInNode): void {
  const control = controlOf(self)
  if (control === undefined) return
  const type = self.text('type')
  control.setAttribute('type', self.is('password') || type === 'safe-password' ? 'password' : 'text')
  control.inputMode = KEYBOARDS[type]?.mode ?? 'text'
}

/** Offers the person's name; answers how to take the offer away. */
export type OfferName = (use: (name: string) => void) => Promise<() => void>

function offerNames(self: BuiltInNode, control: HTMLInputElement, offer: OfferName): void {
  let remove: Promise<() => void> | undefined
  const stop = () => {
    void remove?.then(work => {
      work()
    })
    remove = undefined
  }
  control.addEventListener('focus', () => {
    if (self.text('type') !== 'nickname') return
    stop()
    remove = offer(name => {
      control.value = name
      control.dispatchEvent(new Event('input'))
      stop()
    })
  })
  control.addEventListener('blur', () => {
    stop()
    if (self.text('type') === 'nickname') self.trigger('nicknamereview', { pass: true, timeout: false })
  })
}

export const createInput = (offer: OfferName): BuiltIn => ({
  properties: {
    ...fieldProperties,
    type: { type: String, value: 'text' },
    password: { type: Boolean, value: false },
    confirmType: { type: String, value: 'done' },
    confirmHold: { type: Boolean, value: false },
  },
  externalClasses: ['placeholder-class'],
  ignored: ignoredOfFields,
  setup(self) {
    const control = h('input', { type: 'text', autocomplete: 'off' })
    setUpField(self, control, text => text.replace(KEYBOARDS[self.text('type')]?.forbidden ?? /[\r\n]/g, ''))
    control.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing) return
      self.trigger('confirm', { value: control.value })
      if (!self.is('confirmHold')) control.blur()
    })
    offerNames(self, control, offer)
  },
  changed: { ...fieldChanges, type: setType, password: setType },
  attached: focusWhenAttached,
})

const LINE_PX = 20

/** auto-height follows the text; otherwise the style sheet says how high the field is. */
function grow(self: BuiltInNode): void {
  const control = controlOf(self)
  if (control === undefined) return
  const isGrowing = self.is('autoHeight')
  self.element.classList.toggle('is-growing', isGrowing)
  control.style.height = ''
  if (isGrowing) control.style.height = `${control.scrollHeight}px`
}

export const textarea: BuiltIn = {
  properties: {
    ...fieldProperties,
    autoHeight: { type: Boolean, value: false },
    disableDefaultPadding: { type: Boolean, value: false },
    confirmType: { type: String, value: 'return' },
  },
  externalClasses: ['placeholder-class'],
  ignored: [...ignoredOfFields, 'fixed', 'showConfirmBar', 'confirmHold'],
  setup(self) {
    const control = h('textarea', { rows: '1' })
    let lineCount = 0
    setUpField(self, control, text => text)
    control.addEventListener('input', () => {
      grow(self)
      const lines = Math.max(1, Math.round(control.scrollHeight / LINE_PX))
      if (lines !== lineCount) self.trigger('linechange', { height: control.scrollHeight, lineCount: lines })
      lineCount = lines
    })
    control.addEventListener('blur', () => {
      self.trigger('confirm', { value: control.value })
    })
  },
  changed: {
    ...fieldChanges,
    value: self => {
      fieldChanges.value(self)
      grow(self)
    },
    autoHeight: grow,
    disableDefaultPadding: self => self.element.classList.toggle('is-bare', self.is('disableDefaultPadding')),
  },
  attached: self => {
    focusWhenAttached(self)
    queueMicrotask(() => {
      grow(self)
    })
  },
}
