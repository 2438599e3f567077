import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FILE_ROOT } from '../cloud/cloud-environment'
import { edition2020 } from './edition-2020'
import { edition2026, round2026 } from './edition-2026'
import { notices2026 } from './notices-2026'
import { storedPicture } from './question-pictures'

type Document = Record<string, unknown>

/** What the seed needs of a cloud's database. */
interface Soil {
  insert(collection: string, documents: Document[]): unknown
}

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of five questions that may be contested three stay sealed; the others, and whatever may not, are there to practise with. */
function bankOf({ id, evidence, verifiedAt }: Document): 'contest' | 'practice' {
  const number = Number(String(id).split('-')[1])
  return evidence === 'A' && verifiedAt && number % 5 < 3 ? 'contest' : 'practice'
}

async function questions(bankFolder: string, fileRoot: string): Promise<Document[]> {
  const files = await Promise.all((await readdir(bankFolder)).map(file => readFile(join(bankFolder, file), 'utf8')))
  const written: unknown[] = files.flatMap((text): unknown => JSON.parse(text))
  return written.filter(isDocument).map(question => ({
    _id: `${String(question['id'])}@${String(question['version'])}`,
    bank: bankOf(question),
    ...question,
    picture: storedPicture(question['picture'], fileRoot),
  }))
}

/**
 * Fills an empty database with the demo year: its edition and the first one, its notices, the quiz round, and the bank of real questions.
 * @param fileRoot what addresses of the storage's files begin with
 */
export async function sow(database: Soil, bankFolder: string, fileRoot = FILE_ROOT): Promise<void> {
  await database.insert('editions', [edition2020, edition2026])
  await database.insert('notices', notices2026)
  await database.insert('quiz_rounds', [round2026])
  await database.insert('quiz_questions', await questions(bankFolder, fileRoot))
}
