import { writeDocuments } from './documents'
import { buildForLocal } from './for-local'
import { writeImportFiles } from './import-files'
import { buildPhoneNpm } from './phone-npm'

/** `npm run build`: everything that DevTools, the local cloud and the local phone need and the repository does not hold. */
async function buildAll(): Promise<void> {
  await Promise.all([buildForLocal(), buildPhoneNpm(), writeDocuments(), writeImportFiles()])
}

void buildAll()
