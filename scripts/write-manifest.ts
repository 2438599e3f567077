import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { collections } from '../cloudfunctions/manifest'
import { paths } from './paths'

export const manifestText = (): string =>
  JSON.stringify({ collections: collections.map(({ name, indexes }) => ({ name, indexes })) }, null, 2)

/** Collections and indexes as JSON: what the local cloud creates at its start and a deployment creates once. */
export async function writeManifest(): Promise<void> {
  await mkdir(dirname(paths.manifest), { recursive: true })
  await writeFile(paths.manifest, manifestText())
}
