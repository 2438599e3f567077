/** What a document can hold. Numbers are JavaScript numbers: int, long and double of the wire are one. */
export type BsonValue = null | boolean | number | string | Date | RegExp | ObjectId | BsonValue[] | BsonDocument

export interface BsonDocument {
  [field: string]: BsonValue
}

/** mingo compares foreign classes by their text, so `toString` is what makes two of these equal. */
export class ObjectId {
  constructor(readonly hex: string) {}

  toString(): string {
    return this.hex
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isDocument = (value: BsonValue | undefined): value is BsonDocument =>
  isRecord(value) && !(value instanceof Date) && !(value instanceof RegExp) && !(value instanceof ObjectId)

export type BsonType = 'null' | 'number' | 'string' | 'object' | 'array' | 'objectId' | 'bool' | 'date' | 'regex'

const SCALAR_TYPES: Record<string, BsonType> = { number: 'number', string: 'string', boolean: 'bool' }

/** The type under the name MongoDB's own messages use, except that every number is `number`. */
export function typeOf(value: BsonValue): BsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (value instanceof ObjectId) return 'objectId'
  return SCALAR_TYPES[typeof value] ?? 'object'
}

export function cloneValue(value: BsonValue): BsonValue {
  if (Array.isArray(value)) return value.map(cloneValue)
  return isDocument(value) ? cloneDocument(value) : value
}

export function cloneDocument(document: BsonDocument): BsonDocument {
  return Object.fromEntries(Object.entries(document).map(([field, value]) => [field, cloneValue(value)]))
}

/** A value as MongoDB prints it inside its error messages. */
export function show(value: BsonValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof ObjectId) return `ObjectId('${value.hex}')`
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`
  if (isDocument(value)) return `{ ${showFields(value)} }`
  return String(value)
}

const showFields = (document: BsonDocument): string =>
  Object.entries(document)
    .map(([field, value]) => `${field}: ${show(value)}`)
    .join(', ')
