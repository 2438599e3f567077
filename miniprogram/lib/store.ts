type Listener = () => void

/** A value that outlives a page. Listeners hear of every change; nobody changes it but through `set`. */
export interface Store<Value> {
  get(): Value
  set(value: Value): void
  /** Returns what ends the listening. */
  listen(listener: Listener): () => void
}

export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial
  const listeners = new Set<Listener>()
  return {
    get: () => current,
    set(value) {
      current = value
      listeners.forEach(listener => {
        listener()
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
