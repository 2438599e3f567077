/**
 * Asks before something that cannot be taken back, from the bottom of the screen. Show it with wx:if: made anew each time, it
 * cannot be caught half-way through fading out. Events `confirm` and `cancel`.
 */
Component({
  properties: {
    title: String,
    text: String,
    yes: String,
    no: String,
  },
  methods: {
    confirm() {
      this.triggerEvent('confirm')
    },
    cancel() {
      this.triggerEvent('cancel')
    },
  },
})
