import { showDocument } from '../screen/document-sheet'
import { openViewer, type Shown } from '../screen/viewer'
import { isRecord } from '../engine/instance'
import { type Options, WxFailure } from './asynchronous'
import { numberOf, requiredText, textOf } from './options'
import type { Family, Phone } from './phone'

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function keepFile({ files, addresses, kept }: Phone, kind: 'picture' | 'document', path: string, name: string): string {
  files.read(path)
  const url = addresses.of(path, '')
  kept.add({ kind, name, url })
  return url
}

async function view(phone: Phone, sources: { type: Shown['type']; source: string }[], start: number): Promise<void> {
  if (sources.length === 0) throw new WxFailure('parameter error: there is nothing to show')
  const page = phone.stack.current?.path ?? ''
  const find = async ({ type, source }: (typeof sources)[number]): Promise<Shown> => ({
    type,
    url: await phone.addresses.find(source, page),
  })
  openViewer(phone.overlays, await Promise.all(sources.map(find)), Math.max(0, start))
}

function sourcesOf({ sources }: Options): { type: Shown['type']; source: string }[] {
  const list: unknown[] = Array.isArray(sources) ? sources : []
  return list.filter(isRecord).map(({ type, url }) => ({
    type: type === 'video' ? 'video' : 'image',
    source: String(url),
  }))
}

/** Looking at files, and handing them to the telephone. */
export function albumFamily(phone: Phone): Family {
  const { asynchronous, overlays } = phone
  return {
    previewImage: asynchronous.make('previewImage', options => {
      const urls = Array.isArray(options.urls) ? options.urls.map(String) : []
      const current = typeof options.current === 'number' ? options.current : urls.indexOf(textOf(options, 'current'))
      return view(
        phone,
        urls.map(source => ({ type: 'image', source })),
        current,
      )
    }),
    previewMedia: asynchronous.make('previewMedia', options =>
      view(phone, sourcesOf(options), numberOf(options, 'current', 0)),
    ),
    saveImageToPhotosAlbum: asynchronous.make('saveImageToPhotosAlbum', options => {
      const path = requiredText(options, 'filePath')
      keepFile(phone, 'picture', path, nameOf(path))
    }),
    openDocument: asynchronous.make('openDocument', options => {
      const path = requiredText(options, 'filePath')
      const name = nameOf(path)
      showDocument(overlays, name, keepFile(phone, 'document', path, name))
    }),
  }
}
