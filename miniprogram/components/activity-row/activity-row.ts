/** One activity in a list: what it is, and how long it stays open. Event `open` with its kind. */
Component({
  properties: {
    kind: String,
    name: String,
    summary: String,
    icon: String,
    /** Which accent its tile has: green, sun, water or earth. */
    accent: { type: String, value: 'green' },
    tag: String,
    tone: { type: String, value: 'calm' },
  },
  methods: {
    open() {
      this.triggerEvent('open', { kind: this.data.kind })
    },
  },
})
