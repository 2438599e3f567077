import { invalidParameter, writeFailed } from '../../cloud-error'
import { type BsonValue, isDocument } from '../values/bson'

/**
 * Refuses names that could be stored but never be reached again by a path.
 * @throws CloudError for a field name that begins with `$`, holds a dot, or is empty
 */
export function refuseUnreachableNames(value: BsonValue): void {
  if (Array.isArray(value)) value.forEach(refuseUnreachableNames)
  if (!isDocument(value)) return
  for (const [field, item] of Object.entries(value)) {
    if (field.startsWith('$')) throw writeFailed(`The dollar ($) prefixed field '${field}' is not valid for storage.`)
    if (field.includes('.')) throw writeFailed(`The dotted field '${field}' is not valid for storage.`)
    refuseUnreachableNames(item)
  }
}

export function refuseOddPath(path: string): void {
  const parts = path.split('.')
  if (parts.some(part => part === '')) throw writeFailed(`The update path '${path}' contains an empty field name`)
  if (parts.some(part => part.startsWith('$')))
    throw invalidParameter(`the local cloud does not serve positional update paths: ${path}`)
  if (parts.includes('__proto__')) throw invalidParameter('a field cannot be named __proto__')
}

/** @throws CloudError when one path is, or leads through, another one of the same update */
export function refuseConflicts(paths: readonly string[]): void {
  const sorted = paths.map(path => `${path}.`).sort()
  sorted.forEach((path, at) => {
    const next = sorted[at + 1]
    if (next?.startsWith(path) === true)
      throw writeFailed(`Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`)
  })
}
