/** One activity at length: its picture, what it is, its window and how long that stays open. Event `open` with its kind. */
Component({
  properties: {
    kind: String,
    name: String,
    theme: String,
    /** The stretch of days in words. */
    window: String,
    tag: String,
    tone: String,
    /** Name of a picture in assets/illustrations, without suffix. */
    picture: String,
  },
  methods: {
    open() {
      this.triggerEvent('open', { kind: this.data.kind })
    },
  },
})
