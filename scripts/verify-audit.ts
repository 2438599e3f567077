import { readFileSync } from 'node:fs'
import { judgeAudit } from './audit-chains'

const STANDARD_INPUT = 0

/**
 * `npm run audit:verify [file]`: reads an export of `audit_records`, with `audit_heads` after it where these were
 * exported too, as lines of JSON from the file or from standard input. Ends with 0 when every chain is whole, else with 1.
 */
function main(): void {
  const text = readFileSync(process.argv[2] ?? STANDARD_INPUT, 'utf8')
  const { records, chains, heads, fault } = judgeAudit(text.split('\n').filter(line => line.trim() !== ''))
  if (fault) {
    const where = fault.chain === '' ? `line ${fault.number}` : `record ${fault.number} of chain ${fault.chain}`
    console.error(`${where}: ${fault.problem}`)
    process.exitCode = 1
    return
  }
  console.log(`${records} records in ${chains} chains are whole; ${heads} chains were compared with their heads`)
  if (records === 0) process.exitCode = 1
}

main()
