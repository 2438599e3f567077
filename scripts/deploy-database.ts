import { readFile } from 'node:fs/promises'
import { deployDatabase } from './deploy-database-run'
import { paths } from './paths'
import { manifestText } from './write-manifest'

const isBuilt = async (): Promise<boolean> =>
  (await readFile(paths.manifest, 'utf8').catch(() => '')) === manifestText()

/** `npm run deploy:database`: tells, and with --apply does, what brings an environment's database to the manifest. */
async function main(): Promise<void> {
  if (!(await isBuilt())) {
    console.error('dist/manifest.json does not say what cloudfunctions/manifest.ts says: npm run build first')
    process.exitCode = 2
    return
  }
  process.exitCode = await deployDatabase({
    parameters: process.argv.slice(2),
    variables: process.env,
    manifestFile: paths.manifest,
    connect: async account => (await import('./deploy-database-environment')).connect(account),
    print: line => {
      console.log(line)
    },
  })
}

void main()
