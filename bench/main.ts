import { cloud } from './cloud'
import { coldStart } from './cold-start'
import { quiz } from './quiz'
import { recount } from './recount'
import { traffic } from './traffic'
import { units } from './units'

/** Each bench prints a table of counts or of ratios measured in one run. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  'cold-start': coldStart,
  traffic,
  cloud,
  units,
  quiz,
  recount,
}

/** `npm run bench`, or `npm run bench -- traffic` for one of them. */
async function runBenches(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const bench = BENCHES[name]
    if (!bench) throw new Error(`no bench is called "${name}"; there are ${Object.keys(BENCHES).join(', ')}`)
    console.log(`\n# ${name}`)
    await bench()
  }
}

void runBenches(process.argv.slice(2))
