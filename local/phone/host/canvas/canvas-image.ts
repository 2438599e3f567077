/** Where a name leads; names of files in the cloud are answered later. */
export type FindPicture = (source: string) => string | Promise<string>

/** A picture for drawing: a real one whose `src` takes the mini-program's names. */
export function createCanvasImage(find: FindPicture): HTMLImageElement {
  const picture = new Image()
  const real = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
  let source = ''
  const load = (address: string) => {
    real?.set?.call(picture, address)
  }
  Object.defineProperty(picture, 'src', {
    get: () => source,
    set: (name: string) => {
      source = name
      const found = find(name)
      if (typeof found === 'string') load(found)
      else void found.then(load)
    },
  })
  return picture
}
