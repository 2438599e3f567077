/** The button: `full` for the one thing to do on a screen, `tint` for what else there is, `warn` for what undoes. Event `press`. */
Component({
  properties: {
    text: String,
    kind: { type: String, value: 'full' },
    icon: String,
    busy: Boolean,
    disabled: Boolean,
  },
  methods: {
    press() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('press')
    },
  },
})
