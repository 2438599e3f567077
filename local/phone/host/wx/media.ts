import { type Options, WxFailure } from './asynchronous'
import { type ChosenFile, factsOfFilm, sizeOfPicture, takeIn } from './chosen-media'
import { compressImage } from './compress-image'
import { numberOf, requiredText, textOf } from './options'
import type { Family, Phone } from './phone'

const MOST_MEDIA = 20
const MOST_MESSAGE_FILES = 100
const DEFAULT_COUNT = 9
const PICTURES = 'image/*'
const FILMS = 'video/*'

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

async function choose({ choice, files }: Phone, accept: string, most: number): Promise<ChosenFile[]> {
  const chosen = await choice.choose({ accept, most })
  if (chosen.length === 0) throw new WxFailure('cancel')
  return takeIn(files, chosen)
}

async function describe({ addresses, files }: Phone, { file, path }: ChosenFile): Promise<object> {
  const address = addresses.of(path, '')
  const common = { tempFilePath: path, size: file.size }
  if (!file.type.startsWith('video/')) return { ...common, fileType: 'image', ...(await sizeOfPicture(address)) }
  const { thumbnail, ...facts } = await factsOfFilm(address)
  const thumbTempFilePath = thumbnail === undefined ? '' : files.addTemporary(thumbnail, '.jpg')
  return { ...common, fileType: 'video', ...facts, thumbTempFilePath }
}

async function chooseMedia(phone: Phone, options: Options): Promise<object> {
  const types = listOf(options.mediaType ?? ['image', 'video'])
  const isMixed = types.includes('mix')
  const accept = [
    ...(isMixed || types.includes('image') ? [PICTURES] : []),
    ...(isMixed || types.includes('video') ? [FILMS] : []),
  ]
  const most = Math.min(MOST_MEDIA, numberOf(options, 'count', DEFAULT_COUNT))
  const chosen = await choose(phone, accept.join(), most)
  const films = chosen.filter(({ file }) => file.type.startsWith('video/')).length
  const type = films === 0 ? 'image' : films === chosen.length ? 'video' : 'mix'
  return { type, tempFiles: await Promise.all(chosen.map(one => describe(phone, one))) }
}

async function chooseImage(phone: Phone, options: Options): Promise<object> {
  const chosen = await choose(phone, PICTURES, numberOf(options, 'count', DEFAULT_COUNT))
  return {
    tempFilePaths: chosen.map(({ path }) => path),
    tempFiles: chosen.map(({ path, file }) => ({ path, size: file.size })),
  }
}

const KINDS: Record<string, string> = { image: PICTURES, video: FILMS }

const kindOf = ({ type }: File) => /^(image|video)\//.exec(type)?.[1] ?? 'file'

async function chooseMessageFile(phone: Phone, options: Options): Promise<object> {
  const endings = listOf(options.extension).map(ending => `.${ending.replace(/^\./, '')}`)
  const accept = endings.length > 0 ? endings.join() : (KINDS[textOf(options, 'type', 'all')] ?? '')
  const most = Math.min(MOST_MESSAGE_FILES, numberOf(options, 'count', MOST_MESSAGE_FILES))
  const chosen = await choose(phone, accept, most)
  const seconds = Math.floor(phone.clock.now() / 1000)
  return {
    tempFiles: chosen.map(({ path, file }) => ({
      path,
      name: file.name,
      size: file.size,
      type: kindOf(file),
      time: seconds,
    })),
  }
}

async function imageInfo({ addresses, stack }: Phone, options: Options): Promise<object> {
  const src = requiredText(options, 'src')
  const size = await sizeOfPicture(await addresses.find(src, stack.current?.path ?? ''))
  if (size.width === 0) throw new WxFailure('download image fail. reason: not a picture')
  const type = /\.(jpe?g|png|gif|webp|svg)\b/i.exec(src)?.[1]?.toLowerCase() ?? 'unknown'
  return { ...size, path: src, orientation: 'up', type: type === 'jpg' ? 'jpeg' : type }
}

/** Choosing pictures, films and files. The type of what the person chose is not checked here, as on a phone. */
export function mediaFamily(phone: Phone): Family {
  const { asynchronous } = phone
  return {
    chooseMedia: asynchronous.make('chooseMedia', options => chooseMedia(phone, options)),
    chooseImage: asynchronous.make('chooseImage', options => chooseImage(phone, options)),
    chooseMessageFile: asynchronous.make('chooseMessageFile', options => chooseMessageFile(phone, options)),
    compressImage: asynchronous.make('compressImage', options => compressImage(phone, options)),
    getImageInfo: asynchronous.make('getImageInfo', options => imageInfo(phone, options)),
  }
}
