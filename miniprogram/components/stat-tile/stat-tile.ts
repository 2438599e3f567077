/** A number that asks to be looked at, with the word that says what it counts. Event `open` where it can be opened. */
Component({
  properties: {
    value: String,
    label: String,
    /** `earth` for what is late, `green` for what is done; plain otherwise. */
    tone: String,
    opens: Boolean,
  },
  methods: {
    open() {
      if (this.data.opens) this.triggerEvent('open')
    },
  },
})
