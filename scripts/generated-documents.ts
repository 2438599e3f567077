import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collections } from '../cloudfunctions/manifest'
import { contract } from '../miniprogram/contract'
import type { Domain } from '../miniprogram/contract/rpc'
import { matrixText } from '../test/cloudfunctions/roles/matrix-text'
import { root } from './paths'

const GENERATED = 'This page is written by `npm run build`; do not edit it.'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const code = (text: string) => `\`${text}\``
const list = (texts: readonly string[]) => (texts.length === 0 ? 'none' : texts.map(code).join(', '))

const indexText = ({ fields, unique }: (typeof collections)[number]['indexes'][number]) =>
  `${fields.map(([path, direction]) => (direction === 1 ? path : `${path} ↓`)).join(', ')}${unique ? ' (unique)' : ''}`

function dataPage(): string {
  const head = ['collection', 'a document is', 'indexes besides `_id`', 'personal fields', 'kept']
  const rows = collections.map(({ name, purpose, indexes, personal, retention }) => {
    const indexed = indexes.map(index => code(indexText(index))).join('; ')
    return [code(name), purpose, indexed, list(personal), retention]
  })
  return `# Data

Every collection of the product, from \`cloudfunctions/manifest.ts\`. ${GENERATED}

No phone has access to any of them: all reading and writing goes through cloud functions.

${table(head, rows)}
`
}

function apiPage(): string {
  const domains: Record<string, Domain> = contract
  const head = ['procedure', 'kind', 'role', 'refusals of its own', 'reads', 'writes', 'reads more']
  const rows = Object.values(domains).flatMap(procedures =>
    Object.values(procedures).map(({ name, kind, role, errors, cost }) =>
      [code(name), kind, role, list(errors), cost.reads, cost.writes, cost.cold].map(String),
    ),
  )
  return `# API

Every procedure, from \`miniprogram/contract/\`. ${GENERATED}

The last three columns are the most database operations one call may cost, the last one being further reads when the function
instance is fresh or what it keeps in memory has outlived its lifetime; every call the tests make is held to them. Besides its own refusals any procedure may answer those of the door, listed in \`miniprogram/contract/errors.ts\`.

${table(head, rows)}
`
}

const rolesPage = (): string => `# Roles

Who may call what: every procedure, asked by every role at home in its scope and elsewhere. ${GENERATED}

\`\`\`
${matrixText()}
\`\`\`

\`test/cloudfunctions/roles/\` asks every cell through the functions; \`npm run roles\` prints it.
`

const pages = () => ({ 'data.md': dataPage(), 'api.md': apiPage(), 'roles.md': rolesPage() })

/** Writes the pages that are drawn from the code. */
export async function writeDocuments(): Promise<void> {
  for (const [name, text] of Object.entries(pages())) await writeFile(join(root, 'docs', name), text)
}

/** Names of the pages whose committed text is not the one the code now gives. */
export async function staleDocuments(): Promise<string[]> {
  const stale: string[] = []
  for (const [name, text] of Object.entries(pages())) {
    const committed = await readFile(join(root, 'docs', name), 'utf8').catch(() => '')
    if (committed !== text) stale.push(`docs/${name}`)
  }
  return stale
}
