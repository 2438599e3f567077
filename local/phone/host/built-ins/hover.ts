import { setExtraClass } from '../engine/border'
import type { BuiltIn, BuiltInNode } from './built-in'

/** Properties of the elements that change while a finger is on them; times in ms. */
export const hoverProperties = (hoverClass: string, start: number, stay: number) =>
  ({
    hoverClass: { type: String, value: hoverClass },
    hoverStopPropagation: { type: Boolean, value: false },
    hoverStartTime: { type: Number, value: start },
    hoverStayTime: { type: Number, value: stay },
  }) satisfies BuiltIn['properties']

/** Sets the hover class a moment after a touch begins, and takes it away a moment after it ends. */
export function followHover(self: BuiltInNode): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (classNames: string) => {
    setExtraClass(self.node, classNames)
  }
  const start = () => {
    const hoverClass = self.text('hoverClass')
    if (hoverClass === 'none' || hoverClass === '' || self.is('disabled')) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      show(hoverClass)
    }, self.number('hoverStartTime'))
  }
  const stop = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      show('')
    }, self.number('hoverStayTime'))
  }
  self.node.addListener('touchstart', start)
  self.node.addListener('touchend', stop)
  self.node.addListener('touchcancel', stop)
}
