/** Pills to narrow a list by, in one row that scrolls sideways. Event `change` `{value}`, or `{values}` where several can be chosen. */
Component({
  properties: {
    /** `{value, text, count?}` each. */
    options: { type: Array, value: [] },
    value: String,
    /** What is chosen where several can be. */
    values: { type: Array, value: [] },
    several: Boolean,
    label: String,
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { value }: Record<string, unknown> = event.currentTarget.dataset
      if (!this.data.several) {
        if (value !== this.data.value) this.triggerEvent('change', { value })
        return
      }
      const values: unknown[] = this.data.values
      const others = values.filter(other => other !== value)
      this.triggerEvent('change', { values: others.length < values.length ? others : [...values, value] })
    },
  },
})
