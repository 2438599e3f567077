import { invalidParameter, writeFailed } from '../../cloud-error'
import { type BsonDocument, type BsonValue, cloneDocument, isDocument } from '../values/bson'
import { sameValue } from '../values/order'
import { ARRAY_OPERATORS, ONLY_ON_EXISTING } from './array-operators'
import { refuseConflicts, refuseOddPath } from './field-names'
import { FIELD_OPERATORS, type FieldOperator } from './field-operators'
import { slotOf } from './slot'

const OPERATORS: Record<string, FieldOperator> = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS }

interface Change {
  operator: string
  path: string
  operand: BsonValue
}

/**
 * Applies MongoDB's update operators, and refuses what MongoDB refuses.
 * @returns a new document; the given one is left as it was
 * @throws CloudError with MongoDB's own words
 */
export function applyUpdate(document: BsonDocument, update: BsonDocument): BsonDocument {
  const changes = changesOf(update)
  const updated = cloneDocument(document)
  for (const change of changes) apply(updated, change)
  if (!sameValue(updated['_id'], document['_id']))
    throw writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  return updated
}

function changesOf(update: BsonDocument): Change[] {
  const changes = Object.entries(update).flatMap(([operator, operands]) => {
    if (!operator.startsWith('$')) throw invalidParameter('an update needs operators')
    if (!(operator in OPERATORS || operator === '$unset' || operator === '$rename'))
      throw writeFailed(`Unknown modifier: ${operator}`)
    if (!isDocument(operands)) throw writeFailed(`Modifiers operate on fields but ${operator} has none`)
    return Object.entries(operands).map(([path, operand]) => ({ operator, path, operand }))
  })
  const paths = changes.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, renameTarget(operand)] : [path],
  )
  paths.forEach(refuseOddPath)
  refuseConflicts(paths)
  return changes
}

function apply(document: BsonDocument, { operator, path, operand }: Change): void {
  if (operator === '$unset') slotOf(document, path, false)?.clear()
  else if (operator === '$rename') rename(document, path, renameTarget(operand))
  else {
    const slot = slotOf(document, path, !ONLY_ON_EXISTING.has(operator))
    // Also where there is nothing to change: the operator still refuses a wrong operand.
    const value = OPERATORS[operator]?.(slot?.read(), operand, { field: path, id: document['_id'] ?? null })
    if (value !== undefined) slot?.write(value)
  }
}

function rename(document: BsonDocument, from: string, to: string): void {
  const source = slotOf(document, from, false)
  const value = source?.read()
  if (value === undefined) return
  source?.clear()
  slotOf(document, to, true)?.write(value)
}

function renameTarget(operand: BsonValue): string {
  if (typeof operand !== 'string') throw writeFailed("The 'to' field for $rename must be a string")
  return operand
}
