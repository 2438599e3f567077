/**
 * What every field has in common. A field tells `change` `{name, value}` whenever its value is another one, and `leave`
 * `{name}` when the person is done with it for now: that is when a form may say what is wrong.
 */
export const fieldBehavior = Behavior({
  properties: {
    name: String,
    label: String,
    hint: String,
    /** One sentence; empty while nothing is wrong. */
    error: String,
    required: Boolean,
    disabled: Boolean,
  },
  methods: {
    tell(value: unknown) {
      this.triggerEvent('change', { name: this.data.name, value })
    },
    leave() {
      this.triggerEvent('leave', { name: this.data.name })
    },
    /** For fields that are done with as soon as something is chosen. */
    settle(value: unknown) {
      this.tell(value)
      this.leave()
    },
  },
})
