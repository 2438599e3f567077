/** One option of a question, chosen or not. Event `choose` with its position. */
Component({
  properties: {
    letter: String,
    text: String,
    position: Number,
    chosen: Boolean,
    /** `radio` for one answer, `checkbox` for several. */
    role: { type: String, value: 'radio' },
  },
  methods: {
    choose() {
      this.triggerEvent('choose', { position: this.data.position })
    },
  },
})
