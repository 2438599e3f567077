import type { BuiltIn, BuiltInNode } from './built-in'
import { useForm } from './form'
import { followHover, hoverProperties } from './hover'

/** What an open-type does; the host provides it, for it concerns the whole screen. */
export type OpenType = (self: BuiltInNode) => void

function describe(self: BuiltInNode): void {
  const { element } = self
  const isDisabled = self.is('disabled')
  element.toggleAttribute('disabled', isDisabled)
  element.setAttribute('aria-disabled', String(isDisabled))
  element.dataset.type = self.text('type')
  element.dataset.size = self.text('size')
  element.toggleAttribute('plain', self.is('plain'))
  element.toggleAttribute('loading', self.is('loading'))
}

/** `missing` reports an open-type that the local phone does not know. */
export function createButton(openTypes: Record<string, OpenType>, missing: (name: string) => void): BuiltIn {
  return {
    properties: {
      ...hoverProperties('button-hover', 20, 70),
      type: { type: String, value: 'default' },
      size: { type: String, value: 'default' },
      plain: { type: Boolean, value: false },
      disabled: { type: Boolean, value: false },
      loading: { type: Boolean, value: false },
      openType: { type: String, value: '' },
      formType: { type: String, value: '' },
    },
    ignored: [
      'lang',
      'businessId',
      'sessionFrom',
      'sendMessageTitle',
      'sendMessagePath',
      'sendMessageImg',
      'showMessageCard',
      'appParameter',
    ],
    setup(self) {
      self.element.setAttribute('role', 'button')
      describe(self)
      followHover(self)
      // A disabled button is silent: nobody hears that it was tapped.
      self.node.addListener('tap', () => (self.is('disabled') ? false : undefined), { capture: true })
      self.onTap(() => {
        if (self.text('formType') !== '') useForm(self, self.text('formType'))
        const openType = self.text('openType')
        if (openType === '') return
        const open = openTypes[openType]
        if (open === undefined) missing(`<button open-type="${openType}">`)
        else open(self)
      })
    },
    changed: { disabled: describe, type: describe, size: describe, plain: describe, loading: describe },
  }
}
