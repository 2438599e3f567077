/**
 * A word from the organisers in a list, with what it passes on inside it. `item`: `{ id, title, source, text, withdrawn,
 * inside: [{ id, from, title }] }`. Event `press` with its id.
 */
Component({
  properties: {
    item: { type: Object, value: { id: '', inside: [] } },
  },
  methods: {
    press() {
      const { id }: Record<string, unknown> = this.data.item
      this.triggerEvent('press', { id })
    },
  },
})
