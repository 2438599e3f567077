/** Choices as rows or pills, for one or several to be marked. Event `choose` `{value}`: what that means is its user's business. */
Component({
  properties: {
    /** `{value, text, note?, disabled?}` each. */
    options: { type: Array, value: [] },
    /** The values that are marked. */
    chosen: { type: Array, value: [] },
    /** `radio` where one can be chosen, `checkbox` where several can. */
    role: { type: String, value: 'radio' },
    /** `rows`, `pills`, or `plain` rows for where there is a box around them already. */
    shape: { type: String, value: 'rows' },
    label: String,
    disabled: Boolean,
    /** No more can be chosen: only the marked ones can be tapped. */
    full: Boolean,
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { value, off }: Record<string, unknown> = event.currentTarget.dataset
      if (off !== true) this.triggerEvent('choose', { value })
    },
  },
})
