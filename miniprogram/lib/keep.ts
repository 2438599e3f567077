import * as v from 'valibot'
import { createStore, type Store } from './store'

function readKept(name: string): unknown {
  try {
    return wx.getStorageSync<unknown>(name)
  } catch {
    return undefined
  }
}

function writeKept(name: string, value: unknown): void {
  try {
    wx.setStorageSync(name, value)
  } catch {
    // A full or broken storage costs the memory across restarts, never the running app.
  }
}

/**
 * A store whose value survives the app, in the phone's own storage under `name`. Memory is the truth; the storage is
 * written as well as it can be. What is read back is parsed: after an update of the app it may be anything.
 */
export function keptStore<Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  fallback: v.InferOutput<Schema>,
): Store<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, readKept(name))
  const store = createStore<v.InferOutput<Schema>>(parsed.success ? parsed.output : fallback)
  return {
    ...store,
    set(value) {
      store.set(value)
      writeKept(name, value)
    },
  }
}
