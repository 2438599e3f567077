import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sow } from '../local/seed/sow'
import { paths } from './paths'

/** The demo year as one file a collection, a document a line: what the cloud console's database import reads. */
export async function writeImportFiles(): Promise<void> {
  await mkdir(paths.importFiles, { recursive: true })
  const insert = (collection: string, documents: object[]) =>
    writeFile(
      join(paths.importFiles, `${collection}.json`),
      documents.map(document => JSON.stringify(document)).join('\n'),
    )
  await sow({ insert }, paths.bank)
}
