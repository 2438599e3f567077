import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildForLocal } from './for-local'
import { dataPage } from './manifest'
import { root } from './paths'
import { buildPhoneNpm } from './phone-npm'

/** `npm run build`: everything that DevTools, the local cloud and the local phone need and the repository does not hold. */
async function buildAll(): Promise<void> {
  await Promise.all([buildForLocal(), buildPhoneNpm()])
  await writeFile(join(root, 'docs', 'data.md'), dataPage())
}

void buildAll()
