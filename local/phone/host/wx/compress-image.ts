import { h } from '../../shared/dom'
import type { Bytes } from '../device/files/file-system'
import { type Options, WxFailure } from './asynchronous'
import { numberOf, requiredText } from './options'
import type { Phone } from './phone'

const DEFAULT_QUALITY = 80

async function decoded(address: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = address
  await picture.decode().catch(() => {
    throw new WxFailure('file not supported')
  })
  return picture
}

/** Where only one side is asked for the other follows it; where none is, the picture keeps its size. */
function sizeOf({ naturalWidth, naturalHeight }: HTMLImageElement, options: Options): [width: number, height: number] {
  const ratio = naturalWidth / naturalHeight
  const [width, height] = [numberOf(options, 'compressedWidth', 0), numberOf(options, 'compressedHeight', 0)]
  if (width === 0 && height === 0) return [naturalWidth, naturalHeight]
  return [width || Math.round(height * ratio), height || Math.round(width / ratio)]
}

/** `wx.compressImage`: a JPEG of the size asked for, on white where the picture was clear. */
export async function compressImage({ addresses, files, stack }: Phone, options: Options): Promise<object> {
  const src = requiredText(options, 'src')
  const picture = await decoded(await addresses.find(src, stack.current?.path ?? ''))
  const [width, height] = sizeOf(picture, options)
  const canvas = h('canvas', { width: String(width), height: String(height) })
  const pen = canvas.getContext('2d')
  if (pen) pen.fillStyle = '#fff'
  pen?.fillRect(0, 0, width, height)
  pen?.drawImage(picture, 0, 0, width, height)
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/jpeg', numberOf(options, 'quality', DEFAULT_QUALITY) / 100)
  })
  if (blob === null) throw new WxFailure('compress failed')
  const bytes: Bytes = new Uint8Array(await blob.arrayBuffer())
  return { tempFilePath: files.addTemporary(bytes, '.jpg') }
}
