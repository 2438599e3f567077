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

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const indexText = ({ fields, unique }: (typeof collections)[number]['indexes'][number]) =>
  `${fields.map(([path, direction]) => (direction === 1 ? path : `${path} ↓`)).join(', ')}${unique ? ' (unique)' : ''}`

/** The page docs/data.md, from the same manifest; `npm run check` fails when the committed page differs. */
export function dataPage(): string {
  const rows = collections.map(({ name, purpose, indexes, personal, retention }) =>
    row([
      `\`${name}\``,
      purpose,
      indexes.map(indexText).join('; '),
      personal.length === 0 ? 'none' : personal.map(path => `\`${path}\``).join(', '),
      retention,
    ]),
  )
  return `# Data

Every collection of the product. This page is written by \`npm run build\` from \`cloudfunctions/manifest.ts\`; do not edit it.
No phone has access to any of them: all reading and writing goes through cloud functions.

${row(['collection', 'a document is', 'indexes (besides \`_id\`)', 'personal fields', 'kept'])}
${row(['---', '---', '---', '---', '---'])}
${rows.join('\n')}
`
}
