import type { CloudStorage } from './cloud-storage'
import type { FileSystem } from './files/file-system'
import { mediaTypeOf } from './files/media-types'

/** `/…` and `./…` are files of the mini-program; other addresses stay as they are. */
function fileAddress(source: string, fromPath: string): string {
  if (source === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) return source
  const folder = `/${fromPath}`
  const { pathname } = new URL(source, `file://${folder}`)
  return new URL(`files${pathname}`, document.baseURI).pathname
}

/** Where names of pictures and films lead. */
export class Addresses {
  constructor(
    private readonly files: FileSystem,
    private readonly storage: CloudStorage,
  ) {}

  /** A file that is not there has an address that fails. */
  of(source: string, fromPath: string): string {
    if (!source.startsWith('wxfile://')) return fileAddress(source, fromPath)
    return this.files.addressOf(source, mediaTypeOf(source)) ?? new URL('files/none', document.baseURI).href
  }

  /** Names of files in the cloud have to be asked for; the others are answered at once. */
  find(source: string, fromPath: string): string | Promise<string> {
    if (!source.startsWith('cloud://')) return this.of(source, fromPath)
    return this.storage.urls([source]).then(
      ([found]) => found?.tempFileURL ?? '',
      () => '',
    )
  }
}
