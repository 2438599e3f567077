import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PICTURE_FOLDER, questionPictures } from '../local/seed/question-pictures'
import { sow } from '../local/seed/sow'
import { paths } from './paths'

/** Notices that nobody ever published have no place in a real deployment. */
const LEFT_OUT = ['notices']

/** To be replaced by what the addresses of the environment's own files begin with. */
const FILE_ROOT = 'cloud://ENVIRONMENT.BUCKET/'

/** The demo year as one file a collection, a document a line: what the cloud console's database import reads. */
export async function writeImportFiles(): Promise<void> {
  await mkdir(paths.importFiles, { recursive: true })
  const insert = async (collection: string, documents: object[]) => {
    if (LEFT_OUT.includes(collection)) return
    const lines = documents.map(document => JSON.stringify(document))
    await writeFile(join(paths.importFiles, `${collection}.json`), lines.join('\n'))
  }
  await sow({ insert }, paths.bank, FILE_ROOT)
  await mkdir(join(paths.importFiles, PICTURE_FOLDER), { recursive: true })
  for (const { source, path } of questionPictures) await copyFile(source, join(paths.importFiles, path))
}
