import { paths } from '../scripts/paths'
import type { ExtraRoutes } from './cloud/http/server'
import { type Cloud, startCloud } from './cloud/start-cloud'
import { inspectRoutes } from './inspect/routes'
import { phoneRoutes } from './phone/routes'
import { demoMoment } from './seed/edition-2026'
import { environment } from './seed/environment'
import { sowOddAttempts } from './seed/odd-attempts-2026'
import { sowPeople } from './seed/people-of-personas'
import { personas } from './seed/personas'
import { bankIn, sowPlayers } from './seed/players-2026'
import { mayReadPicturesToo, sowPictures } from './seed/question-pictures'
import { sow } from './seed/sow'
import { sowReports } from './seed/sow-reports'
import { sowUnits } from './seed/sow-units'

interface DemoCloudOptions {
  /** A folder that outlives the process, or 'memory'. */
  dataRoot: string
  port: number
  secret: string
  /** With the demo year's units, too. */
  units?: boolean
}

/** A local cloud with the phone and the inspector beside it and, when its data is new, the demo year at its demo moment. */
export async function startDemoCloud({ dataRoot, port, secret, units = false }: DemoCloudOptions): Promise<Cloud> {
  const phone = phoneRoutes({ outDir: paths.builtPhone, nodeModulesRoot: paths.nodeModules })
  let inspector: ExtraRoutes = () => false
  const cloud = await startCloud({
    functionsRoot: paths.builtFunctions,
    manifestFile: paths.manifest,
    dataRoot,
    port,
    secrets: { YUNKEPU_SECRET: secret, ...environment },
    personas,
    clientMayRead: mayReadPicturesToo,
    extraRoutes: (...asked) => phone(...asked) || inspector(...asked),
  })
  inspector = inspectRoutes({ cloud, outDir: paths.builtInspector })
  if (cloud.database.find('editions').length === 0) {
    await sow(cloud.database, paths.bank)
    await sowPictures(cloud.files)
    await sowPeople(cloud.database, secret)
    if (units) {
      await sowUnits(cloud.database, secret)
      sowReports(cloud.database, secret)
    }
    cloud.clock.set(demoMoment)
    if (units) await sowContest(cloud, secret)
  }
  return cloud
}

const PLAYED = ['zhou', 'zhao']

/** People have played for ten days, and the roll-up has counted them. */
async function sowContest(cloud: Cloud, secret: string): Promise<void> {
  const known = personas.filter(({ id }) => PLAYED.includes(id)).map(({ openId }) => openId)
  const bank = bankIn(cloud.database)
  await sowPlayers(cloud.database, secret, bank, known)
  await sowOddAttempts(cloud.database, secret, bank)
  await cloud.timers.run('standings', 'roll-up')
}
