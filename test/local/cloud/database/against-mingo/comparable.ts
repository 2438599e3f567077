import { type BsonDocument, type BsonValue, cloneValue } from '../../../../../local/cloud/database/values/bson'
import { decodeStored, encodeValue } from '../../../../../local/cloud/database/values/ejson'

/** Without the order of keys, in which mingo adds fields differently, and with null for what it leaves empty. */
export const comparable = (document: BsonDocument): string => encodeValue(sorted(decodeStored(encodeValue(document))))

function sorted(value: BsonValue): BsonValue {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return cloneValue(value)
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([field, item]: [string, BsonValue]) => [field, sorted(item)]))
}
