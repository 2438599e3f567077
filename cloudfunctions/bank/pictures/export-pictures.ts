import type { Format } from '../../../miniprogram/contract/question-files'
import { contentOf } from '../../platform/files'
import type { Question } from '../../quiz/api'
import type { Pictures } from '../formats/pictures'
import { placeIn } from './picture-rules'

/** Formats that have a place for files. */
const CARRIERS: readonly Format[] = ['moodle-xml', 'qti']

/** Bytes of pictures in one file, so that it can still be imported; those beyond are only named. */
const ROOM = 1.5 * 1024 * 1024

/** The pictures that a file of the format is to carry. */
export async function picturesFor(format: Format, questions: readonly Question[]): Promise<Pictures> {
  const files = questions.flatMap(({ picture }) => (picture && placeIn(picture.file) !== null ? [picture.file] : []))
  const pictures = new Map<string, Buffer>()
  let room = ROOM
  for (const file of CARRIERS.includes(format) ? new Set(files) : []) {
    const bytes = await contentOf(file).catch(() => null)
    if (bytes === null || bytes.length > room) continue
    room -= bytes.length
    pictures.set(file, bytes)
  }
  return pictures
}
