import { type BsonDocument, type BsonValue, isDocument } from './bson'

export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part)

/**
 * Everything a dotted path reaches, arrays on the way walked as MongoDB walks them.
 * `undefined` means: here the field is missing.
 */
export function leavesOf(document: BsonDocument, path: string): (BsonValue | undefined)[] {
  if (!path.includes('.')) return [ownValue(document, path)]
  const leaves: (BsonValue | undefined)[] = []
  walk(document, path.split('.'), 0, leaves)
  return leaves
}

export const ownValue = (document: BsonDocument, field: string): BsonValue | undefined =>
  Object.hasOwn(document, field) ? document[field] : undefined

function walk(value: BsonValue | undefined, parts: readonly string[], at: number, leaves: (BsonValue | undefined)[]) {
  const part = parts[at]
  if (part === undefined) leaves.push(value)
  else if (isDocument(value)) walk(ownValue(value, part), parts, at + 1, leaves)
  else if (Array.isArray(value)) walkArray(value, parts, at, leaves)
  else leaves.push(undefined)
}

function walkArray(
  list: readonly BsonValue[],
  parts: readonly string[],
  at: number,
  leaves: (BsonValue | undefined)[],
) {
  const part = parts[at] ?? ''
  if (isIndex(part) && Number(part) < list.length) walk(list[Number(part)], parts, at + 1, leaves)
  for (const element of list) if (isDocument(element)) walk(element, parts, at, leaves)
}
