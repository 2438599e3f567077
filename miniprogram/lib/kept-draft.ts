import * as v from 'valibot'
import { instantSchema } from '../contract/time'
import { newIdempotencyKey } from '../services/idempotency-key'
import type { Draft } from './form'
import { keptStore } from './keep'
import type { Store } from './store'

const keptSchema = v.object({
  values: v.record(v.string(), v.unknown()),
  /** Of the one time it will be sent, however often that is tried. */
  key: v.string(),
  at: v.optional(instantSchema, 0),
})

type Kept = v.InferOutput<typeof keptSchema>

const PREFIX = 'draft:'

const open = new Map<string, Store<Kept | null>>()

/** What somebody has typed into a form, on their phone until it has arrived. */
export interface KeptDraft {
  values: () => Draft | null
  /** When it was kept last, ms by the phone's clock; 0 for never. */
  at: () => number
  /** Other values are another intention, and so get a key of their own. */
  keep: (values: Draft) => void
  /** The key of what is kept now. */
  key: () => string
  drop: () => void
}

const storeOf = (name: string): Store<Kept | null> => {
  const store = open.get(name) ?? keptStore(PREFIX + name, v.nullable(keptSchema), null)
  open.set(name, store)
  return store
}

export function keptDraft(name: string): KeptDraft {
  const store = storeOf(name)
  let unkept = ''
  return {
    values: () => store.get()?.values ?? null,
    at: () => store.get()?.at ?? 0,
    keep(values) {
      store.set({ values, key: newIdempotencyKey(), at: Date.now() })
    },
    key() {
      unkept ||= newIdempotencyKey()
      return store.get()?.key ?? unkept
    },
    drop() {
      unkept = ''
      store.set(null)
    },
  }
}

const filesIn = (kept: unknown): string[] => JSON.stringify(kept ?? null).match(/cloud:\/\/[^"]+/g) ?? []

/**
 * Forgets every draft on this phone, also those of pages that were not opened since the start.
 * @returns ids of the files that only the drafts referred to
 */
export function dropAllDrafts(): string[] {
  const files = [...open.values()].flatMap(store => filesIn(store.get()))
  open.forEach(store => {
    store.set(null)
  })
  for (const name of wx.getStorageInfoSync().keys.filter(key => key.startsWith(PREFIX))) {
    files.push(...filesIn(wx.getStorageSync<unknown>(name)))
    wx.removeStorageSync(name)
  }
  return [...new Set(files)]
}
