import * as v from 'valibot'
import { createStore, type Store } from './store'

/**
 * A store whose value survives the app, in the phone's own storage under `name`. What is read back is parsed:
 * after an update of the app, or a full disk, it may be anything.
 */
export function keptStore<Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  fallback: v.InferOutput<Schema>,
): Store<v.InferOutput<Schema>> {
  const read: unknown = wx.getStorageSync(name)
  const parsed = v.safeParse(schema, read)
  const store = createStore<v.InferOutput<Schema>>(parsed.success ? parsed.output : fallback)
  return {
    ...store,
    set(value) {
      store.set(value)
      wx.setStorageSync(name, value)
    },
  }
}
