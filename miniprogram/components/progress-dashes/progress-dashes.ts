/** Where one stands in a paper: a dash a question, full when answered. One button: the way to all of them. Event `open`. */
Component({
  properties: {
    /** `{ state: 'blank' | 'done' | 'here' }`, question by question. */
    marks: { type: Array, value: [] },
    /** Where one stands, in words. */
    label: String,
  },
  methods: {
    open() {
      this.triggerEvent('open')
    },
  },
})
