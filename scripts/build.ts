import { writeDocuments } from './generated-documents'
import { buildForLocal } from './build-for-local'
import { writeImportFiles } from './write-import-files'
import { buildPhoneNpm } from './build-phone-npm'

/** `npm run build`: everything that DevTools, the local cloud and the local phone need and the repository does not hold. */
async function buildAll(): Promise<void> {
  await Promise.all([buildForLocal(), buildPhoneNpm(), writeDocuments(), writeImportFiles()])
}

void buildAll()
