/** Nothing is here yet, why, and the one thing to do about it. Event `act`. */
Component({
  properties: {
    title: String,
    text: String,
    /** What the button says; without it there is none. */
    action: String,
    picture: { type: String, value: 'empty' },
  },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
