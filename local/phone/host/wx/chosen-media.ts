import { h } from '../../shared/dom'
import type { Bytes, FileSystem } from '../device/files/file-system'
import { endingOf, suffixFor } from '../device/files/media-types'

/** A file the person chose, as a temporary one. */
export interface ChosenFile {
  file: File
  path: string
}

export async function takeIn(files: FileSystem, chosen: readonly File[]): Promise<ChosenFile[]> {
  const taken: ChosenFile[] = []
  for (const file of chosen) {
    const ending = endingOf(file.name)
    const bytes: Bytes = new Uint8Array(await file.arrayBuffer())
    taken.push({ file, path: files.addTemporary(bytes, ending === '' ? suffixFor(file.type) : `.${ending}`) })
  }
  return taken
}

/** px; zeros for what the browser cannot read */
export async function sizeOfPicture(address: string): Promise<{ width: number; height: number }> {
  const picture = new Image()
  picture.src = address
  await picture.decode().catch(() => undefined)
  return { width: picture.naturalWidth, height: picture.naturalHeight }
}

export interface FilmFacts {
  width: number
  height: number
  /** seconds */
  duration: number
  /** undefined where the browser cannot draw the film */
  thumbnail: Bytes | undefined
}

/** Zeros for a film that the browser cannot play. */
export async function factsOfFilm(address: string): Promise<FilmFacts> {
  const film = h('video', { muted: '', preload: 'auto' })
  const isLoaded = await new Promise<boolean>(resolve => {
    film.addEventListener('loadeddata', () => {
      resolve(true)
    })
    film.addEventListener('error', () => {
      resolve(false)
    })
    film.src = address
  })
  if (!isLoaded) return { width: 0, height: 0, duration: 0, thumbnail: undefined }
  const { videoWidth: width, videoHeight: height, duration } = film
  return { width, height, duration, thumbnail: await drawThumbnail(film) }
}

async function drawThumbnail(film: HTMLVideoElement): Promise<Bytes | undefined> {
  const canvas = h('canvas', { width: String(film.videoWidth), height: String(film.videoHeight) })
  canvas.getContext('2d')?.drawImage(film, 0, 0)
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/jpeg')
  })
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer())
}
