import { type BsonDocument, type BsonValue, isDocument } from '../../../../../local/cloud/database/values/bson'

// MongoDB's rules of refusal, told once more and in another way than the local cloud does.

type Kind = (value: BsonValue) => boolean

const isNumber: Kind = value => typeof value === 'number'
const isList: Kind = value => Array.isArray(value)
const isAnything: Kind = () => true

/** What may stand where an operator works; a missing field may always. */
const WORKS_ON: Record<string, Kind> = {
  $set: isAnything,
  $min: isAnything,
  $max: isAnything,
  $inc: isNumber,
  $mul: isNumber,
  $push: isList,
  $addToSet: isList,
  $pop: isList,
  $pull: isList,
  $pullAll: isList,
}

const NEVER_CREATE = ['$pop', '$pull', '$pullAll']

/** Whether MongoDB refuses this update of this document. */
export const isRefused = (document: BsonDocument, change: BsonDocument): boolean =>
  Object.entries(change).some(([operator, operands]) =>
    Object.entries(isDocument(operands) ? operands : {}).some(([path, operand]) =>
      isRefusedAt(document, operator, path, operand),
    ),
  )

function isRefusedAt(document: BsonDocument, operator: string, path: string, operand: BsonValue): boolean {
  if (operator === '$unset') return false
  if (operator === '$rename')
    return reach(document, path) !== MISSING && typeof operand === 'string' && reach(document, operand) === BLOCKED
  const found = reach(document, path)
  if (found === BLOCKED) return !NEVER_CREATE.includes(operator)
  return found !== MISSING && WORKS_ON[operator]?.(found) !== true
}

const MISSING = Symbol('nothing is there, and something could be')
const BLOCKED = Symbol('something that can hold no field is in the way')

function reach(from: BsonValue, path: string): BsonValue | typeof MISSING | typeof BLOCKED {
  let value: BsonValue = from
  for (const part of path.split('.')) {
    if (!isDocument(value) && !(Array.isArray(value) && /^\d+$/.test(part))) return BLOCKED
    const next: BsonValue | undefined = Array.isArray(value) ? value[Number(part)] : value[part]
    if (next === undefined) return MISSING
    value = next
  }
  return value
}
