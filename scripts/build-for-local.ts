import { buildInspector } from '../local/inspect/build'
import { buildPhone } from '../local/phone/build'
import { buildFunctions } from './build-functions'
import { buildIcons } from './build-icons'
import { writeManifest } from './write-manifest'
import { paths } from './paths'

/** What the local cloud, the local phone and the inspector run on. */
export async function buildForLocal(): Promise<void> {
  await Promise.all([buildIcons(), buildFunctions(), writeManifest(), buildInspector(paths.builtInspector)])
  const { warnings } = await buildPhone({
    miniprogramRoot: paths.miniprogram,
    nodeModulesRoot: paths.nodeModules,
    outDir: paths.builtPhone,
    guest: { root: 'packages/catalogue', folder: paths.catalogue },
  })
  for (const warning of warnings) console.warn(warning)
}
