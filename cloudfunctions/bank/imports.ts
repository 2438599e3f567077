import type { bank as contract, ImportProgress } from '../../miniprogram/contract/bank'
import { COUNTRY } from '../../miniprogram/contract/regions'
import type { Problem } from '../../miniprogram/contract/question-files'
import { DAY, type Instant } from '../../miniprogram/contract/time'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { withEach } from '../platform/in-parts'
import { handleOf } from '../platform/handle'
import { inTransaction } from '../platform/transaction'
import { organisedQuestions, type Question } from '../quiz/api'
import { named } from './problem-names'
import { importSource, planOf, surroundingsOf, withPictures } from './import-source'
import type { Plan } from './import-plan'
import { rowOf } from './replies'
import { questionImports } from './repository/question-imports'
import { isIncomplete } from './rules'

type ImportContext = Parameters<Handler<typeof contract.importQuestions>>[1]

const SHOWN = 5
const PROBLEMS_SHOWN = 50

/** Questions a call writes. */
const A_CALL = 500

export const previewImport: Handler<typeof contract.previewImport> = async (input, context) => {
  const source = await importSource(input, context)
  const around = await surroundingsOf(source)
  const { drafts, problems } = around
  const plan: Plan =
    problems.length > 0 ? { fresh: [], replaced: [], unchanged: 0 } : planOf(source.batch, around, input, context)
  return {
    ...{ total: drafts.length, added: plan.fresh.length - plan.replaced.length, changed: plan.replaced.length },
    ...{ unchanged: plan.unchanged, incomplete: plan.fresh.filter(isIncomplete).length },
    ...{ problems: problems.slice(0, PROBLEMS_SHOWN).map(named), problemCount: problems.length },
    first: plan.fresh.slice(0, SHOWN).map(question => rowOf(question)),
  }
}

/**
 * Nothing of an import is in use before one write decides it, and everything is after it, however often it was cut off:
 * new versions are put aside in the archive; then the state of the import says that it is decided; then they move into
 * their banks, and whatever is missing of that is done by the next call, or by the timer.
 */
export const importQuestions: Handler<typeof contract.importQuestions> = async (input, context) => {
  const source = await importSource(input, context)
  const { batch } = source
  mustBeRight(source.file, context)
  const known = await questionImports.get(batch)
  if (known && known.state !== 'writing') {
    await arrive(batch)
    return { done: true, written: known.total, total: known.total }
  }
  const around = await surroundingsOf(source)
  mustBeRight(around, context)
  const plan = planOf(batch, await withPictures(around, context), input, context)
  const total = plan.fresh.length
  const { person } = context.who
  if (!known)
    await questionImports.begin({ _id: batch, state: 'writing', by: handleOf(person), beganAt: context.now, total })
  const written = await putAside(batch, plan.fresh)
  if (written < total) return { done: false, written, total } satisfies ImportProgress
  await decide(batch, plan, context)
  await arrive(batch)
  return { done: true, written, total }
}

function mustBeRight({ problems }: { problems: readonly Problem[] }, context: ImportContext): void {
  if (problems.length > 0) throw context.refusal('import-wrong', { count: problems.length })
}

/** Puts aside what is missing, as much as one call may. @returns how much lies there now */
async function putAside(batch: string, fresh: readonly Question[]): Promise<number> {
  const there = await organisedQuestions.aside(batch)
  const wanted = new Set(fresh.map(({ _id }) => _id))
  // The bank has changed since the last call, and with it an id.
  const strays = there.filter(id => !wanted.has(id))
  if (strays.length > 0) await organisedQuestions.unstage(batch, strays)
  const lying = new Set(there)
  const missing = fresh.filter(({ _id }) => !lying.has(_id)).slice(0, A_CALL)
  await withEach(missing, question => organisedQuestions.stage(question))
  return there.length - strays.length + missing.length
}

async function decide(batch: string, plan: Plan, context: ImportContext): Promise<void> {
  const noted = await organisedQuestions.markReplaced(batch, plan.replaced)
  // Somebody has changed one of them since it was read: the next call plans anew.
  if (noted < plan.replaced.length) throw context.refusal('question-changed')
  await inTransaction(context, async transaction => {
    const imports = questionImports.inside(transaction)
    if ((await imports.get(batch))?.state !== 'writing') return
    await imports.update(batch, { state: 'decided', total: plan.fresh.length })
    const facts = { count: plan.fresh.length, changed: plan.replaced.length }
    await audit(transaction, context, { action: 'bank.importQuestions', region: COUNTRY, subject: batch, facts })
  })
}

async function arrive(batch: string): Promise<void> {
  await organisedQuestions.arrive(batch)
  await questionImports.finish(batch)
}

/** What the timer does: finishes imports that were decided and cut off, and clears away what was given up a day ago. */
export async function tidyImports(now: Instant): Promise<void> {
  for (const { _id } of await questionImports.decided()) await arrive(_id)
  for (const { _id } of await questionImports.givenUp(now - DAY)) {
    await organisedQuestions.unstageAll(_id)
    await questionImports.remove(_id)
  }
}
