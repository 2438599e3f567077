/** Which unit this is about: the icon of its kind, its name, and where it stands. Event `open` where it can be opened. */
Component({
  properties: {
    name: String,
    /** An icon for its kind. */
    icon: { type: String, value: 'landmark' },
    /** Where it stands; nothing where that goes without saying. */
    state: String,
    tone: { type: String, value: 'calm' },
    opens: Boolean,
  },
  methods: {
    open() {
      if (this.data.opens) this.triggerEvent('open')
    },
  },
})
