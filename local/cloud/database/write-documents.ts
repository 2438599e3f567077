import { randomBytes } from 'node:crypto'
import { invalidParameter, writeFailed } from '../cloud-error'
import type { StoredDocument } from './collection'
import type { Documents } from './documents'
import { applyUpdate } from './update/apply-update'
import { refuseUnreachableNames } from './update/field-names'
import { type BsonDocument, type BsonValue, ObjectId } from './values/bson'
import { sameValue } from './values/order'

/** Inserts all documents or none. @returns their `_id`s, made where they were missing */
export function insertDocuments(target: Pick<Documents, 'insert'>, documents: readonly BsonDocument[]): BsonValue[] {
  return documents.map(document => {
    refuseUnreachableNames(document)
    const { _id = randomBytes(16).toString('hex'), ...fields } = document
    refuseOddId(_id)
    target.insert({ _id, ...fields })
    return _id
  })
}

function refuseOddId(id: BsonValue): void {
  const isPlain = typeof id === 'string' || typeof id === 'number' || id instanceof ObjectId
  if (!isPlain) throw writeFailed("The '_id' value must be a string, a number or an ObjectId")
}

export interface Target {
  query: BsonDocument
  multi: boolean
}

/** @returns how many documents the update really changed */
export function updateDocuments(documents: Documents, target: Target, update: BsonDocument): number {
  const changed = targets(documents, target, 'update').filter(stored =>
    documents.replace(stored, applyUpdate(stored.document, update)),
  )
  return changed.length
}

export function removeDocuments(documents: Documents, target: Target): number {
  const doomed = targets(documents, target, 'remove')
  for (const stored of doomed) documents.remove(stored)
  return doomed.length
}

function targets(documents: Documents, { query, multi }: Target, verb: string): StoredDocument[] {
  if (multi && Object.keys(query).length === 0) throw invalidParameter(`query must not be empty for a multi ${verb}`)
  return documents.select({ query, limit: multi ? Infinity : 1 })
}

export interface SetResult {
  updated: number
  /** the `_id` when the document was created */
  upsertId: BsonValue
}

/** Puts a whole document in the place of the one with this `_id`, or creates it. */
export function setDocument(documents: Documents, id: BsonValue, document: BsonDocument): SetResult {
  refuseUnreachableNames(document)
  refuseOddId(id)
  const { _id = id, ...fields } = document
  if (!sameValue(_id, id)) throw writeFailed("the (immutable) field '_id' was found to have been altered")
  const [stored] = documents.select({ query: { _id: id }, limit: 1 })
  if (stored) return { updated: Number(documents.replace(stored, { _id: id, ...fields })), upsertId: null }
  documents.insert({ _id: id, ...fields })
  return { updated: 0, upsertId: id }
}
