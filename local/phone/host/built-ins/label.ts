import { nodeAt } from '../engine/instance'
import { type BuiltIn, type BuiltInNode, builtInOf } from './built-in'

const CONTROLS = 'wx-input, wx-textarea, wx-switch, wx-button, wx-checkbox, wx-radio, wx-picker, wx-slider'

function controlFor(self: BuiltInNode): Element | undefined {
  const id = self.text('for')
  const owner = self.node.ownerShadowRoot
  const named = id === '' ? undefined : owner?.getElementById(id)?.asGeneralComponent()?.$$
  if (named instanceof Element) return named
  return self.element.querySelector(CONTROLS) ?? undefined
}

export const label: BuiltIn = {
  properties: { for: { type: String, value: '' } },
  setup(self) {
    self.element.addEventListener('click', event => {
      const control = controlFor(self)
      // A tap on the control itself has done its work already.
      if (control === undefined || (event.target instanceof Node && control.contains(event.target))) return
      const node = nodeAt(control)
      if (node !== undefined) builtInOf(node)?.activate()
    })
  },
}
