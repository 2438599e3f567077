import { isRecord } from '../engine/instance'
import { adaptContext } from './canvas-context'
import { createCanvasImage, type FindPicture } from './canvas-image'

export interface CanvasDoors {
  find: FindPicture
  /** makes names that are not provided fail loudly */
  provide(label: string, provided: object): object
  missing(name: string): void
}

const canvases = new WeakMap<object, HTMLCanvasElement>()

/** The browser's canvas behind what the mini-program's code holds. */
export const realCanvasOf = (node: unknown): HTMLCanvasElement | undefined =>
  isRecord(node) ? canvases.get(node) : undefined

const realOf = (source: unknown): unknown => realCanvasOf(source) ?? source

class ContextKeeper {
  private context: CanvasRenderingContext2D | undefined

  constructor(
    private readonly element: HTMLCanvasElement,
    private readonly doors: CanvasDoors,
  ) {}

  get(type: string, canvas: object): CanvasRenderingContext2D | null {
    if (type !== '2d') {
      this.doors.missing(`canvas.getContext('${type}')`)
      return null
    }
    const fresh = this.context === undefined ? this.element.getContext('2d') : null
    this.context ??= fresh === null ? undefined : adaptContext(fresh, canvas, realOf)
    return this.context ?? null
  }
}

/** What the mini-program's code gets for a canvas: the platform's members, and no others of the browser's. */
export function createCanvasNode(element: HTMLCanvasElement, doors: CanvasDoors): object {
  const keeper = new ContextKeeper(element, doors)
  const provided = {
    get width() {
      return element.width
    },
    set width(value: number) {
      element.width = value
    },
    get height() {
      return element.height
    },
    set height(value: number) {
      element.height = value
    },
    getContext: (type: string): unknown => keeper.get(type, node),
    createImage: () => createCanvasImage(doors.find),
    createPath2D: (path?: Path2D) => new Path2D(path),
    createImageData: (width: number, height: number) => new ImageData(width, height),
    toDataURL: (type?: string, quality?: number) => element.toDataURL(type, quality),
    requestAnimationFrame: (work: FrameRequestCallback) => requestAnimationFrame(work),
    cancelAnimationFrame: (handle: number) => {
      cancelAnimationFrame(handle)
    },
  }
  const node = doors.provide('canvas', provided)
  canvases.set(node, element)
  return node
}
