/** The quiet shape of what is about to come, as tall as it will be: `rows`, one `card` of text, or `tiles`. */
Component({
  properties: {
    shape: { type: String, value: 'card' },
    /** How many rows or tiles. */
    count: { type: Number, value: 3 },
    label: String,
  },
  data: { places: [0, 1, 2] },
  observers: {
    count(count: number) {
      this.setData({ places: Array.from({ length: count }, (_, place) => place) })
    },
  },
})
