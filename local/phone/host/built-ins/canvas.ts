import { h } from '../../shared/dom'
import { type CanvasDoors, createCanvasNode } from '../canvas/canvas-node'
import type { BuiltIn } from './built-in'
import type { FindAddress } from './image'

/** The 2d canvas; the older one, drawn by name, is not provided. */
export function createCanvas(doors: Omit<CanvasDoors, 'find'>, find: FindAddress): BuiltIn {
  return {
    properties: { type: { type: String, value: '' }, disableScroll: { type: Boolean, value: false } },
    ignored: ['canvasId'],
    setup(self) {
      const canvas = h('canvas', { width: '300', height: '150' })
      let node: object | undefined
      self.element.append(canvas)
      self.element.setAttribute('role', 'img')
      self.codeNode = () =>
        (node ??= createCanvasNode(canvas, { ...doors, find: source => find(source, self.templatePath) }))
    },
    attached: self => {
      const type = self.text('type')
      if (type !== '2d') doors.missing(`<canvas type="${type}">`)
    },
  }
}
