import { contract } from '../../../miniprogram/contract'
import { admissionOf } from './admission'
import { CALLER_NAMES, CALLERS } from './callers'
import { matrixRows } from './cases'

const SIGNS = { admitted: '✓', forbidden: '–', 'consent-missing': 'c', 'out-of-scope': 'o' } as const

/** Who may call what, as the declarations promise it; the last line is the size, and how many cells no test asks. */
export function matrixText(): string {
  const rows = matrixRows().map(({ procedure, target }) => {
    const cells = CALLER_NAMES.map(name => SIGNS[admissionOf(procedure, CALLERS[name].standing, target)])
    return `${procedure.name.padEnd(28)}${cells.join(' ')}`
  })
  const head = CALLER_NAMES.map((name, at) => `${' '.repeat(28)}${'│ '.repeat(at)}${name}`)
  const declared = Object.values(contract).reduce((sum, procedures) => sum + Object.keys(procedures).length, 0)
  const size = declared * CALLER_NAMES.length
  const untested = size - rows.length * CALLER_NAMES.length
  return [
    '✓ admitted   – forbidden   c consent first   o out of scope',
    '',
    ...head,
    ...rows.sort(),
    '',
    `${declared} procedures × ${CALLER_NAMES.length} callers = ${size} cells, ${untested} untested`,
  ].join('\n')
}
