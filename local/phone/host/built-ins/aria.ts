import type { BuiltInNode } from './built-in'

const NAMES = [
  'role',
  'label',
  'hidden',
  'checked',
  'disabled',
  'expanded',
  'selected',
  'required',
  'readonly',
  'pressed',
  'modal',
  'live',
  'atomic',
  'haspopup',
  'controls',
  'current',
  'labelledby',
  'describedby',
  'orientation',
  'level',
  'valuemin',
  'valuemax',
  'valuenow',
  'valuetext',
] as const

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Properties that `aria-…` attributes of WXML become: `ariaLabel` and so on. */
export const ARIA_PROPERTIES = NAMES.map(name => `aria${capitalized(name)}`)

/** `aria-role` is `role` in the document, the others keep their names. An empty value takes the attribute away. */
export function applyAria(self: BuiltInNode, property: string): void {
  const name = property.slice('aria'.length).toLowerCase()
  const attribute = name === 'role' ? 'role' : `aria-${name}`
  const value = self.get(property)
  const text = typeof value === 'boolean' ? String(value) : self.text(property)
  if (text === '') self.ariaTarget.removeAttribute(attribute)
  else self.ariaTarget.setAttribute(attribute, text)
}
