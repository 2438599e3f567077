import { type CanvasDoors, createCanvasNode, realCanvasOf } from '../canvas/canvas-node'
import { type Options, WxFailure } from './asynchronous'
import { numberOf, textOf } from './options'
import type { Family, Phone } from './phone'
import { provideNames } from './provide-names'

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg' }

/** The wished part of a canvas at the wished size. */
function cut(source: HTMLCanvasElement, options: Options): HTMLCanvasElement {
  const x = numberOf(options, 'x', 0)
  const y = numberOf(options, 'y', 0)
  const width = numberOf(options, 'width', source.width - x)
  const height = numberOf(options, 'height', source.height - y)
  const target = document.createElement('canvas')
  target.width = Math.round(numberOf(options, 'destWidth', width * window.devicePixelRatio))
  target.height = Math.round(numberOf(options, 'destHeight', height * window.devicePixelRatio))
  target.getContext('2d')?.drawImage(source, x, y, width, height, 0, 0, target.width, target.height)
  return target
}

const encode = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise(resolve => {
    canvas.toBlob(resolve, type, quality)
  })

/** Drawing without an element, and pictures from what was drawn. */
export function canvasFamily({ asynchronous, files, addresses, errors, stack }: Phone): Family {
  const doors: CanvasDoors = {
    find: source => addresses.find(source, stack.current?.path ?? ''),
    provide: (label, provided) => provideNames(label, provided, errors),
    missing: name => {
      errors.report(new Error(`${name} is not provided by the local phone`))
    },
  }
  return {
    createOffscreenCanvas: (options: Options = {}) => {
      if (options.type !== '2d') doors.missing(`wx.createOffscreenCanvas of type "${textOf(options, 'type', 'webgl')}"`)
      const element = document.createElement('canvas')
      element.width = numberOf(options, 'width', 300)
      element.height = numberOf(options, 'height', 150)
      return createCanvasNode(element, doors)
    },
    canvasToTempFilePath: asynchronous.make('canvasToTempFilePath', async options => {
      const canvas = realCanvasOf(options.canvas)
      if (canvas === undefined) throw new WxFailure('canvas is empty')
      const fileType = textOf(options, 'fileType', 'png')
      const picture = cut(canvas, options)
      const blob = await encode(picture, TYPES[fileType] ?? 'image/png', numberOf(options, 'quality', 1))
      if (blob === null) throw new WxFailure('create bitmap failed')
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return { tempFilePath: files.addTemporary(bytes, `.${fileType}`) }
    }),
  }
}
