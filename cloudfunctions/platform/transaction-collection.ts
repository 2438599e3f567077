import * as v from 'valibot'
import type { connect } from './cloud'
import type { CollectionSpec } from './collection-spec'
import { changesOf } from './database'
import { isDuplicate } from './database-failure'

/** A transaction of the SDK. What else its collections offer (where, aggregate, count) runs outside of it. */
export interface OpenTransaction {
  collection(name: string): Pick<ReturnType<ReturnType<typeof connect>['collection']>, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

type Run = <Result>(work: () => Promise<Result>) => Promise<Result>

const documentSchema = v.object({ data: v.unknown() })
const updatedSchema = v.object({ stats: v.object({ updated: v.number() }) })
const removedSchema = v.object({ stats: v.object({ removed: v.number() }) })

/**
 * The documents of one collection inside a transaction, one by one and by their id: nothing else is part of it.
 * @param run starts operations one at a time
 */
export function collectionInside<Schema extends v.GenericSchema<unknown, { _id: string }>>(
  spec: CollectionSpec<Schema>,
  transaction: OpenTransaction,
  run: Run,
) {
  type Document = v.InferOutput<Schema>
  const document = (id: string) => transaction.collection(spec.name).doc(id)

  return {
    /** As it was when the transaction began, with the transaction's own changes. */
    get: (id: string): Promise<Document | null> =>
      run(async () => {
        const answer: unknown = await document(id).get()
        const { data } = v.parse(documentSchema, answer)
        return data === null ? null : v.parse(spec.schema, data)
      }),

    /** A taken id or unique key ends the whole transaction, so it is not answered as false: `taken` is thrown. */
    insert: (fresh: Document, taken: Error): Promise<void> =>
      run(async () => {
        try {
          await transaction.collection(spec.name).add({ data: fresh })
        } catch (error) {
          throw isDuplicate(error) ? taken : error
        }
      }),

    /** Puts it in the place of the one with its id, or creates it. */
    set: ({ _id, ...fields }: Document): Promise<void> =>
      run(async () => {
        await document(_id).set({ data: fields })
      }),

    /** True when there was something to change. */
    update: (id: string, change: Readonly<Partial<Omit<Document, '_id'>>>): Promise<boolean> =>
      run(async () => {
        const answer: unknown = await document(id).update({ data: changesOf(change) })
        return v.parse(updatedSchema, answer).stats.updated === 1
      }),

    /** True when it was there. */
    remove: (id: string): Promise<boolean> =>
      run(async () => {
        const answer: unknown = await document(id).remove()
        return v.parse(removedSchema, answer).stats.removed === 1
      }),
  }
}

export type CollectionInside<Schema extends v.GenericSchema<unknown, { _id: string }>> = ReturnType<
  typeof collectionInside<Schema>
>
