import { parseArgs } from 'node:util'
import { messageOf } from '../local/cloud/cloud-error'
import { type CollectionSpecification, readManifest } from '../local/cloud/database/manifest'
import type { Account, DatabaseEnvironment } from './deploy-database-environment'
import { type FoundCollection, type Plan, planDatabase, type Step, stepInWords } from './deploy-database-plan'

interface Run {
  parameters: readonly string[]
  variables: Readonly<Record<string, string | undefined>>
  manifestFile: string
  connect: (account: Account) => Promise<DatabaseEnvironment>
  print: (line: string) => void
}

/** @returns the exit code: 0 as wanted, 1 not (yet) as the manifest says, 2 could not begin */
export async function deployDatabase(run: Run): Promise<0 | 1 | 2> {
  try {
    const options = optionsOf(run.parameters)
    const wanted = readManifest(run.manifestFile)
    if (options.against === 'empty') {
      run.print('an empty environment (dry run: nothing is changed)')
      return report(planDatabase(wanted, [], false), run.print)
    }
    const account = accountOf(run.variables)
    const environment = await run.connect(account)
    run.print(`environment ${account.environmentId}${options.apply ? '' : ' (dry run: nothing is changed)'}`)
    return await bring(environment, wanted, options, run.print)
  } catch (thrown) {
    run.print(messageOf(thrown))
    return 2
  }
}

interface Options {
  apply: boolean
  'remove-indexes': boolean
  against?: string | undefined
}

function optionsOf(parameters: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      apply: { type: 'boolean', default: false },
      'remove-indexes': { type: 'boolean', default: false },
      against: { type: 'string' },
    },
  })
  if (values.against !== undefined && values.against !== 'empty')
    throw new Error('--against takes one word only: empty')
  if (values.against !== undefined && values.apply) throw new Error('--apply needs a real environment, not --against')
  return values
}

const VARIABLES = {
  environmentId: 'TENCENTCLOUD_TCB_ENVID',
  secretId: 'TENCENTCLOUD_SECRETID',
  secretKey: 'TENCENTCLOUD_SECRETKEY',
} as const

function accountOf(variables: Run['variables']): Account {
  const missing = Object.values(VARIABLES).filter(name => (variables[name] ?? '') === '')
  if (missing.length > 0)
    throw new Error(`set ${missing.join(', ')} (docs/deploy.md says where from), or see the plan with --against empty`)
  const valueOf = (name: keyof typeof VARIABLES): string => variables[VARIABLES[name]] ?? ''
  const token = variables.TENCENTCLOUD_SESSIONTOKEN
  return {
    environmentId: valueOf('environmentId'),
    secretId: valueOf('secretId'),
    secretKey: valueOf('secretKey'),
    ...(token !== undefined && { token }),
  }
}

type Print = Run['print']

async function bring(
  environment: DatabaseEnvironment,
  wanted: readonly CollectionSpecification[],
  options: Options,
  print: Print,
): Promise<0 | 1> {
  const plan = await planFor(environment, wanted, options, print)
  if (!options.apply) return report(plan, print)
  if (!(await performAll(environment, plan.steps, print))) return 1
  // The platform may still be building what it has accepted, or have understood something else by it.
  const rest = await planFor(environment, wanted, options)
  if (rest.steps.length > 0) print('the environment does not show this yet; run again in a minute:')
  for (const step of rest.steps) print(`  ${stepInWords(step)}`)
  return conclude(rest, print)
}

async function planFor(
  environment: DatabaseEnvironment,
  wanted: readonly CollectionSpecification[],
  options: Options,
  print?: Print,
): Promise<Plan> {
  const names = await environment.collectionNames()
  const found: FoundCollection[] = []
  for (const { name } of wanted) if (names.includes(name)) found.push(await environment.describe(name))
  const others = names.filter(name => !wanted.some(collection => collection.name === name))
  if (others.length > 0) print?.(`not in the manifest, left alone: ${others.join(', ')}`)
  return planDatabase(wanted, found, options['remove-indexes'])
}

/** Stops at the first failure and tells what is done and what is left. */
async function performAll(environment: DatabaseEnvironment, steps: readonly Step[], print: Print): Promise<boolean> {
  for (const [at, step] of steps.entries()) {
    try {
      await environment.perform(step)
      print(`done    ${stepInWords(step)}`)
    } catch (thrown) {
      print(`FAILED  ${stepInWords(step)}: ${messageOf(thrown)}`)
      for (const left of steps.slice(at + 1)) print(`left    ${stepInWords(left)}`)
      print(`${at} of ${steps.length} steps are done; run again to go on from here`)
      return false
    }
  }
  return true
}

function report(plan: Plan, print: Print): 0 | 1 {
  for (const step of plan.steps) print(`  ${stepInWords(step)}`)
  if (plan.steps.length > 0) print(`${plan.steps.length} steps; --apply does them`)
  conclude(plan, print)
  return plan.blocked.length === 0 ? 0 : 1
}

/** @returns 0 when the environment is as the manifest says */
function conclude({ steps, blocked, superfluous }: Plan, print: Print): 0 | 1 {
  for (const step of blocked) print(`only with --remove-indexes, another index waits for it: ${stepInWords(step)}`)
  for (const step of superfluous) print(`only with --remove-indexes, nothing waits for it: ${stepInWords(step)}`)
  if (steps.length + blocked.length > 0) return 1
  print('the environment is as the manifest says')
  return 0
}
