import { type Format, LARGEST_IMPORT, MOST_ROWS, type Problem } from '../../../miniprogram/contract/question-files'
import type { WrittenQuestion } from '../../quiz/api'
import { type DraftDefaults, draftOf, type DraftQuestion } from './draft'
import { readGift } from './gift-reader'
import { writeGift } from './gift-writer'
import { readMoodleXml } from './moodle-xml-reader'
import { writeMoodleXml } from './moodle-xml-writer'
import type { Pictures } from './pictures'
import { MANIFEST, readQti } from './qti-reader'
import { writeQti } from './qti-writer'
import { nothingBut, problem, type ReadFile } from './raw-question'
import { textOfBytes } from './text-of-bytes'
import { readXlsx } from './xlsx-reader'
import { writeXlsx } from './xlsx-writer'
import { unpack } from './zip'

/** A question from a file, and where it stands there. */
export interface PlacedDraft {
  at: number
  draft: DraftQuestion
  /** Of the picture that the file carries for it; null where it carries none. */
  picture: Buffer | null
}

export interface QuestionFile {
  drafts: PlacedDraft[]
  /** In the order of the file. Where there is one, nothing is to be taken from it. */
  problems: Problem[]
}

export const ENDINGS: Record<Format, string> = { xlsx: 'xlsx', gift: 'txt', 'moodle-xml': 'xml', qti: 'zip' }

/** The bytes of a file that reads back equal. Sheets and GIFT only name pictures. */
export async function writeQuestions(
  format: Format,
  questions: readonly WrittenQuestion[],
  pictures: Pictures = new Map(),
): Promise<Buffer> {
  if (format === 'xlsx') return writeXlsx(questions)
  if (format === 'qti') return Buffer.from(writeQti(questions, pictures))
  return Buffer.from(format === 'gift' ? writeGift(questions) : writeMoodleXml(questions, pictures))
}

const ZIP = [0x50, 0x4b]

/** Told by what is in it, not by what it is called. */
async function readAny(bytes: Uint8Array): Promise<ReadFile> {
  if (ZIP.every((byte, at) => bytes[at] === byte)) {
    const entries = unpack(bytes)
    return entries?.[MANIFEST] ? readQti(entries) : readXlsx(entries)
  }
  const text = textOfBytes(bytes)
  if (text === null) return nothingBut(problem('encoding-unknown', 0))
  return /^\s*<(?:\?xml|quiz|!)/.test(text) ? readMoodleXml(text) : readGift(text)
}

function twice(drafts: readonly PlacedDraft[]): Problem[] {
  const seen = new Set<string>()
  return drafts.flatMap(({ at, draft: { id } }) => {
    const again = id !== '' && seen.has(id)
    seen.add(id)
    return again ? [problem('id-twice', at, id, 'id')] : []
  })
}

/** Everything that is in a file, and everything that is wrong with it. */
export async function readQuestions(bytes: Uint8Array, defaults: DraftDefaults): Promise<QuestionFile> {
  const only = (one: Problem): QuestionFile => ({ drafts: [], problems: [one] })
  if (bytes.length > LARGEST_IMPORT) return only(problem('file-unreadable', 0, String(bytes.length)))
  const { questions, problems } = await readAny(bytes)
  if (questions.length > MOST_ROWS) return only(problem('too-many-rows', 0, String(questions.length)))
  const made = questions.map(raw => ({ raw, made: draftOf(raw, defaults) }))
  const drafts = made.flatMap(({ raw: { at, picture }, made: draft }) =>
    'id' in draft ? [{ at, draft, picture: picture?.bytes ?? null }] : [],
  )
  const wrong = made.flatMap(({ made: draft }) => ('id' in draft ? [] : draft))
  const all = [...problems, ...wrong, ...twice(drafts)].sort((a, b) => a.at - b.at)
  if (all.length === 0 && drafts.length === 0) return only(problem('nothing-inside', 0))
  return { drafts, problems: all }
}
