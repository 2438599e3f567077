import { paths } from '../scripts/paths'
import { buildFunctions } from '../scripts/build-functions'
import { writeManifest } from '../scripts/write-manifest'
import { citiesOf, provinces } from '../miniprogram/contract/region-names'
import { startCloud } from '../local/cloud/start-cloud'
import { demoMoment } from '../local/seed/edition-2026'
import { environment } from '../local/seed/environment'
import { sowPeople } from '../local/seed/people-of-personas'
import { personas } from '../local/seed/personas'
import { sow } from '../local/seed/sow'
import { sowCrowd } from '../local/seed/units-many'
import { printRow } from './figures'
import { deskCosts } from './units-desk'

const SECRET = 'a secret of the bench, of at least thirty-two characters'

const SIZES = [100, 10_000]
const ORGANISERS = 2000

const cities = provinces().flatMap(({ code }) => citiesOf(code).map(city => city.code))

async function costsAt(units: number) {
  const cloud = await startCloud({
    functionsRoot: paths.builtFunctions,
    manifestFile: paths.manifest,
    dataRoot: 'memory',
    secrets: { YUNKEPU_SECRET: SECRET, ...environment },
    personas,
  })
  cloud.clock.freeze(demoMoment)
  await sow(cloud.database, paths.bank)
  await sowPeople(cloud.database, SECRET)
  await sowCrowd(cloud.database, { units, organisers: ORGANISERS, cities, year: 2026 })
  const costs = await deskCosts(cloud)
  await cloud.stop()
  return costs
}

/** Database operations of the organisers' pages, with few units and with many, among 2,000 organisers. */
export async function units(): Promise<void> {
  await Promise.all([buildFunctions(), writeManifest()])
  for (const size of SIZES) {
    printRow(`${size} units`, ['operations', 'rows'])
    for (const { name, operations, rows } of await costsAt(size)) printRow(name, [String(operations), String(rows)])
  }
}
