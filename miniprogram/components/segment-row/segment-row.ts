/** One choice among a few, side by side. Event `choose` with the value. */
Component({
  properties: {
    /** `{ value, text }` each. */
    options: { type: Array, value: [] },
    value: String,
    label: String,
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const value: unknown = event.currentTarget.dataset['value']
      this.triggerEvent('choose', { value })
    },
  },
})
