import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { collections } from '../cloudfunctions/manifest'
import { paths } from './paths'

/** Collections and indexes as JSON: what the local cloud creates at its start and a deployment creates once. */
export async function writeManifest(): Promise<void> {
  const manifest = { collections: collections.map(({ name, indexes }) => ({ name, indexes })) }
  await mkdir(dirname(paths.manifest), { recursive: true })
  await writeFile(paths.manifest, JSON.stringify(manifest, null, 2))
}
