import type { BuiltIn } from './built-in'
import { followHover, hoverProperties } from './hover'

export interface NavigatorTarget {
  openType: string
  url: string
  delta: number
}

/** `go` answers false for an open-type that the local phone does not know. */
export function createNavigator(go: (target: NavigatorTarget) => boolean, missing: (name: string) => void): BuiltIn {
  return {
    properties: {
      ...hoverProperties('navigator-hover', 50, 600),
      url: { type: String, value: '' },
      openType: { type: String, value: 'navigate' },
      delta: { type: Number, value: 1 },
      target: { type: String, value: 'self' },
    },
    setup(self) {
      self.element.setAttribute('role', 'link')
      followHover(self)
      self.onTap(() => {
        const openType = self.text('openType')
        const isKnown = go({ openType, url: self.text('url'), delta: self.number('delta') })
        if (!isKnown) missing(`<navigator open-type="${openType}">`)
      })
    },
  }
}
