import { invalidParameter } from '../../cloud-error'
import { type BsonDocument, type BsonValue, isDocument, isRecord, ObjectId } from './bson'

type Reviver = (payload: unknown, now: number) => BsonValue

const REVIVERS: Record<string, Reviver> = {
  $numberInt: payload => wholeNumber(payload),
  $numberLong: payload => wholeNumber(payload),
  $numberDouble: payload => realNumber(payload),
  $date: payload => date(payload),
  $oid: payload => objectId(payload),
  $regularExpression: payload => regularExpression(payload),
  $tcb_server_date: (payload, now) => serverDate(payload, now),
}

const FOREIGN = ['$numberDecimal', '$binary', '$timestamp', '$minKey', '$maxKey', '$symbol', '$code', '$undefined']

/**
 * Reads canonical or relaxed extended JSON.
 * @param now the instant that stands for the platform's server date, epoch milliseconds
 * @throws CloudError INVALID_PARAM for broken JSON, invalid extended JSON and types the local cloud does not hold
 */
export function decodeValue(text: string, now: number): BsonValue {
  return revive(parseJson(text), now)
}

export function decodeDocument(text: string, now: number): BsonDocument {
  const value = decodeValue(text, now)
  if (!isDocument(value)) throw invalidParameter('a document is expected')
  return value
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidParameter('invalid JSON')
  }
}

function revive(raw: unknown, now: number): BsonValue {
  if (Array.isArray(raw)) return raw.map(item => revive(item, now))
  if (isRecord(raw)) return reviveRecord(raw, now)
  if (raw === null || typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw
  throw invalidParameter('invalid extended JSON')
}

function reviveRecord(raw: Record<string, unknown>, now: number): BsonValue {
  const entries = Object.entries(raw)
  const [first] = entries
  if (first?.[0].startsWith('$') === true && entries.length === 1) {
    const [name, payload] = first
    if (FOREIGN.includes(name)) throw invalidParameter(`the local cloud does not hold values of type ${name}`)
    if (Object.hasOwn(REVIVERS, name)) return REVIVERS[name]?.(payload, now) ?? null
  }
  return Object.fromEntries(entries.map(([field, value]) => [safeField(field), revive(value, now)]))
}

function safeField(field: string): string {
  if (field === '__proto__') throw invalidParameter('a field cannot be named __proto__')
  return field
}

function wholeNumber(payload: unknown): number {
  if (typeof payload !== 'string' || !/^-?\d+$/.test(payload)) throw invalidParameter('invalid integer')
  return Number(payload)
}

function realNumber(payload: unknown): number {
  if (payload === 'NaN') return Number.NaN
  const number = typeof payload === 'string' && payload.trim() !== '' ? Number(payload) : Number.NaN
  if (Number.isNaN(number)) throw invalidParameter('invalid double')
  return number
}

function date(payload: unknown): Date {
  const instant = typeof payload === 'string' ? Date.parse(payload) : instantOf(payload)
  if (Number.isNaN(new Date(instant).getTime())) throw invalidParameter('invalid date')
  return new Date(instant)
}

const instantOf = (payload: unknown): number => (isRecord(payload) ? wholeNumber(payload['$numberLong']) : Number.NaN)

function objectId(payload: unknown): ObjectId {
  if (typeof payload !== 'string' || !/^[0-9a-f]{24}$/i.test(payload)) throw invalidParameter('invalid ObjectId')
  return new ObjectId(payload.toLowerCase())
}

function regularExpression(payload: unknown): RegExp {
  const { pattern, options = '' } = isRecord(payload) ? payload : {}
  if (typeof pattern !== 'string' || typeof options !== 'string' || !/^[imsu]*$/.test(options))
    throw invalidParameter('invalid regular expression')
  try {
    return new RegExp(pattern, options)
  } catch {
    throw invalidParameter(`invalid regular expression: ${pattern}`)
  }
}

function serverDate(payload: unknown, now: number): Date {
  const offset = revive(isRecord(payload) ? (payload['offset'] ?? 0) : 0, now)
  if (typeof offset !== 'number') throw invalidParameter('invalid server date')
  return new Date(now + offset)
}

/** Writes relaxed extended JSON, the form in which documents are kept and answered. */
export const encodeValue = (value: BsonValue): string => JSON.stringify(relax(value))

function relax(value: BsonValue): unknown {
  if (Array.isArray(value)) return value.map(relax)
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: relaxDate(value) }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (value instanceof ObjectId) return { $oid: value.hex }
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, relax(item)]))
}

/** The standard writes text only for the years 1970 to 9999. */
function relaxDate(value: Date): unknown {
  const year = value.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? value.toISOString() : { $numberLong: String(value.getTime()) }
}

/** Reads a document that `encodeValue` wrote; plain JSON inside needs no second walk. */
export function decodeStored(text: string): BsonDocument {
  if (text.includes('"$')) return decodeDocument(text, 0)
  const document = parseJson(text)
  if (!isStoredDocument(document)) throw new Error('a stored document is damaged')
  return document
}

const isStoredDocument = (value: unknown): value is BsonDocument => isRecord(value)
