import { writeFailed } from '../../cloud-error'
import { type BsonValue, cloneValue, isDocument, show, typeOf } from '../values/bson'
import { compareValues } from '../values/order'
import { refuseUnreachableNames } from './field-names'

/** Where an operator stands, for its error messages. */
export interface Place {
  field: string
  id: BsonValue
}

/**
 * Makes the new value of a field; `undefined` in means missing, `undefined` out means leave it as it is.
 * @throws CloudError when MongoDB would refuse the operator on this value
 */
export type FieldOperator = (current: BsonValue | undefined, operand: BsonValue, place: Place) => BsonValue | undefined

const $set: FieldOperator = (_, operand) => {
  refuseUnreachableNames(operand)
  return cloneValue(operand)
}

const arithmetic =
  (name: string, verb: string, onMissing: (operand: number) => number, apply: (a: number, b: number) => number) =>
  (current: BsonValue | undefined, operand: BsonValue, { field, id }: Place): BsonValue => {
    if (typeof operand !== 'number')
      throw writeFailed(`Cannot ${verb} with non-numeric argument: {${field}: ${show(operand)}}`)
    if (current === undefined) return onMissing(operand)
    if (typeof current === 'number') return apply(current, operand)
    throw writeFailed(
      `Cannot apply ${name} to a value of non-numeric type. {_id: ${show(id)}} has the field '${lastPart(field)}' of non-numeric type ${typeOf(current)}`,
    )
  }

const $inc = arithmetic(
  '$inc',
  'increment',
  operand => operand,
  (a, b) => a + b,
)

const $mul = arithmetic(
  '$mul',
  'multiply',
  () => 0,
  (a, b) => a * b,
)

const extreme =
  (sign: 1 | -1): FieldOperator =>
  (current, operand) =>
    current === undefined || compareValues(operand, current) * sign > 0 ? cloneValue(operand) : undefined

const BITS: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const $bit: FieldOperator = (current, operand, { field }) => {
  if (current !== undefined && !Number.isInteger(current))
    throw writeFailed(`Cannot apply $bit to a value of non-integral type: '${field}'`)
  if (!isDocument(operand)) throw writeFailed('The $bit modifier needs an object such as {and: 1}')
  return Object.entries(operand).reduce(
    (value, [name, number]) => {
      const apply = Object.hasOwn(BITS, name) ? BITS[name] : undefined
      if (!apply) throw writeFailed(`The $bit modifier does not know '${name}'`)
      if (typeof number !== 'number' || !Number.isInteger(number))
        throw writeFailed(
          `The $bit modifier field must be an Integer(32/64 bit); a '${typeOf(number)}' is not supported here`,
        )
      return apply(value, number)
    },
    Number(current ?? 0),
  )
}

export const lastPart = (path: string): string => path.split('.').at(-1) ?? path

export const FIELD_OPERATORS: Record<string, FieldOperator> = {
  $set,
  $inc,
  $mul,
  $min: extreme(-1),
  $max: extreme(1),
  $bit,
}
