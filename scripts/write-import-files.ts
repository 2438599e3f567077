import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sow } from '../local/seed/sow'
import { paths } from './paths'

/** Notices that nobody ever published have no place in a real deployment. */
const LEFT_OUT = ['notices']

/** The demo year as one file a collection, a document a line: what the cloud console's database import reads. */
export async function writeImportFiles(): Promise<void> {
  await mkdir(paths.importFiles, { recursive: true })
  const insert = async (collection: string, documents: object[]) => {
    if (LEFT_OUT.includes(collection)) return
    const lines = documents.map(document => JSON.stringify(document))
    await writeFile(join(paths.importFiles, `${collection}.json`), lines.join('\n'))
  }
  await sow({ insert }, paths.bank)
}
