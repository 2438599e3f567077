import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPhone } from '../../../../local/phone/build'
import { BUILT_FIXTURE, FIXTURE, NODE_MODULES, WARNINGS } from './fixture-folders'

/** Builds the fixture once for all tests of the local phone. */
export default async function buildFixture(): Promise<void> {
  const { warnings } = await buildPhone({
    miniprogramRoot: FIXTURE,
    nodeModulesRoot: NODE_MODULES,
    outDir: BUILT_FIXTURE,
  })
  writeFileSync(join(BUILT_FIXTURE, WARNINGS), JSON.stringify(warnings))
}
