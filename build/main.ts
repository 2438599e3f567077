import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPhone } from '../local/phone/build'
import { buildFunctions } from './functions'
import { buildIcons } from './icons'
import { dataPage, writeManifest } from './manifest'
import { paths, root } from './paths'
import { buildPhoneNpm } from './phone-npm'

/** `npm run build`: everything DevTools, the local cloud and the local phone need that is not in the repository. */
async function buildAll(): Promise<void> {
  await Promise.all([buildIcons(), buildPhoneNpm(), buildFunctions(), writeManifest()])
  await writeFile(join(root, 'docs', 'data.md'), dataPage())
  const { warnings } = await buildPhone({
    miniprogramRoot: paths.miniprogram,
    nodeModulesRoot: paths.nodeModules,
    outDir: paths.builtPhone,
  })
  for (const warning of warnings) console.warn(warning)
}

void buildAll()
