/** The invitation to today's quiz: the one full button of the home page. Event `play`. */
Component({
  properties: {
    label: String,
    title: String,
    note: String,
    action: String,
    /** `1/3`: attempts used of today's. */
    used: String,
    share: Number,
  },
  methods: {
    play() {
      this.triggerEvent('play')
    },
  },
})
