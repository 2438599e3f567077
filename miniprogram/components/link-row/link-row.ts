/** A row that leads somewhere: what is there, and how much of it waits. Event `open` with its value. */
Component({
  properties: {
    /** What the event carries to say which one it was. */
    value: String,
    icon: String,
    /** Which accent its tile has: green, sun, water or earth. */
    accent: { type: String, value: 'green' },
    title: String,
    note: String,
    /** A count or a word at the right. */
    badge: String,
    tone: { type: String, value: 'calm' },
    /** Says something and leads nowhere. */
    still: Boolean,
  },
  methods: {
    open() {
      if (!this.data.still) this.triggerEvent('open', { value: this.data.value })
    },
  },
})
