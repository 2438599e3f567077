// A telephone draws Chinese in its own font, which the local phone carries: the browser would look for one of the machine.
const GENERIC = /\b(sans-serif|serif|system-ui|monospace)\b/

const withOwnFont = (font: string) =>
  GENERIC.test(font) ? font.replace(GENERIC, '"Noto Sans SC Variable", $1') : `${font}, "Noto Sans SC Variable"`

/**
 * Makes a context take the mini-program's canvases where the browser's takes its own.
 * @param real the browser's canvas behind one of the mini-program's; other things as they are
 */
export function adaptContext(
  context: CanvasRenderingContext2D,
  canvas: object,
  real: (source: unknown) => unknown,
): CanvasRenderingContext2D {
  const prototype = CanvasRenderingContext2D.prototype
  // eslint-disable-next-line @typescript-eslint/unbound-method -- each is called with its context below
  const { drawImage, createPattern } = prototype
  const font = Object.getOwnPropertyDescriptor(prototype, 'font')
  let wished = context.font
  const unwrapFirst =
    (method: typeof drawImage | typeof createPattern) =>
    (source: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(method, context, [real(source), ...rest])
  Object.defineProperties(context, {
    canvas: { value: canvas },
    drawImage: { value: unwrapFirst(drawImage) },
    createPattern: { value: unwrapFirst(createPattern) },
    font: {
      get: () => wished,
      set: (value: string) => {
        font?.set?.call(context, withOwnFont(value))
        // The browser leaves its font as it was when it does not understand the new one.
        wished = value
      },
    },
  })
  return context
}
