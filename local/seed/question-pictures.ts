import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

const MEDIA = join(__dirname, 'media')
const MOST_BYTES = 1024 * 1024

/** The folder of the storage that every phone may read. */
export const PICTURE_FOLDER = 'bank'

/** A picture by the name that the bank gives it, and where it lies in the storage: under a name that tells no answer. */
export const questionPictures: readonly { name: string; source: string; path: string }[] = readdirSync(MEDIA)
  .filter(name => name.endsWith('.webp'))
  .map(name => {
    const source = join(MEDIA, name)
    const fingerprint = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 20)
    return { name, source, path: `${PICTURE_FOLDER}/${fingerprint}${extname(name)}` }
  })

const isPicture = (value: unknown): value is { file: string; alt: string } =>
  typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' && 'alt' in value

/** The picture of a question as it is stored: the file by its address in the storage. One that is not here is left out: its name might tell the answer. */
export function storedPicture(picture: unknown, fileRoot: string): unknown {
  if (!isPicture(picture)) return null
  const found = questionPictures.find(({ name }) => name === basename(picture.file))
  return found ? { ...picture, file: fileRoot + found.path } : null
}

interface Storage {
  keep(path: string, content: AsyncIterable<unknown>, mostBytes: number): Promise<void>
}

export async function sowPictures(storage: Storage): Promise<void> {
  for (const { source, path } of questionPictures) await storage.keep(path, createReadStream(source), MOST_BYTES)
}

/** The storage's rule for phones, beside their own folders. */
export const mayReadPicturesToo = (openId: string | undefined, path: string): boolean =>
  path.startsWith(`${PICTURE_FOLDER}/`) || (openId !== undefined && path.startsWith(`${openId}/`))
