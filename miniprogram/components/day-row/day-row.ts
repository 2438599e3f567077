/** One entry of a calendar: its day large at the left, and what it is. Event `open` with its value, where it leads somewhere. */
Component({
  properties: {
    /** What the event carries to say which one it was. */
    value: String,
    /** The day of the month. */
    day: String,
    weekday: String,
    /** The whole date, for the ear. */
    date: String,
    title: String,
    note: String,
    tag: String,
    tone: { type: String, value: 'calm' },
    /** Belongs to the past. */
    over: Boolean,
    today: Boolean,
  },
  methods: {
    open() {
      this.triggerEvent('open', { value: this.data.value })
    },
  },
})
