import { writeDocuments } from './generated-documents'
import { buildForLocal } from './build-for-local'
import { writeImportFiles } from './write-import-files'
import { buildPhoneNpm } from './build-phone-npm'
import { writeRegionNames } from './write-region-names'

/** `npm run build`: everything that DevTools, the local cloud and the local phone need and the repository does not hold. */
async function buildAll(): Promise<void> {
  await writeRegionNames()
  await Promise.all([buildForLocal(), buildPhoneNpm(), writeDocuments(), writeImportFiles()])
}

void buildAll()
