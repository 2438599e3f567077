const CHUNK = 10

const chunksOf = (items: readonly unknown[]): { at: number; items: readonly unknown[] }[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => ({
    at,
    items: items.slice(at * CHUNK, (at + 1) * CHUNK),
  }))

/**
 * A list that grows as it is read, and keeps few nodes however long it becomes. Rows by `generic:row` (see list-chunk), each
 * item with an `id`. Events: `press` from a row, `more` when the end comes near or was asked for again after a failure.
 */
Component({
  properties: {
    items: { type: Array, value: [] },
    /** `idle` when there may be more, `loading`, `end`, or `failed`. */
    state: { type: String, value: 'idle' },
    problem: String,
    /** See list-end. */
    onward: String,
  },
  data: { chunks: chunksOf([]) },
  observers: {
    items(items: unknown[]) {
      this.grow(items)
    },
  },
  methods: {
    /** Only chunks that changed travel to the renderer. */
    grow(items: readonly unknown[]) {
      const chunks = chunksOf(items)
      const before = this.data.chunks
      const kept = before.findIndex((chunk, at) => !sameItems(chunk.items, chunks[at]?.items))
      const from = kept === -1 ? before.length : kept
      if (chunks.length < before.length) this.setData({ chunks })
      else this.setData(Object.fromEntries(chunks.slice(from).map((chunk, at) => [`chunks[${from + at}]`, chunk])))
    },
    press(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('press', event.detail)
    },
    more() {
      if (this.data.state === 'idle' || this.data.state === 'failed') this.triggerEvent('more')
    },
  },
})

/** By value: a property arrives as a copy, whoever gave it. */
const sameItems = (some: readonly unknown[], others: readonly unknown[] = []): boolean =>
  JSON.stringify(some) === JSON.stringify(others)
