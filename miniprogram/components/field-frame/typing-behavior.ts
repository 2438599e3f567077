/**
 * For controls that a person types into. `typed` is what stands in the control, `shown` what it was last given from
 * here: a page that hands back what was just typed must not write it again, for that would move the cursor.
 */
export const typingBehavior = Behavior({
  data: { shown: '', typed: '', focused: false },
  methods: {
    /** Puts a text into the control, in place of what was typed. */
    put(text: string) {
      const { shown, typed } = this.data
      if (text === typed) return
      // The control follows only a value that differs from the one it was last given.
      if (text === shown) this.setData({ shown: typed })
      this.setData({ shown: text, typed: text })
    },
    focusIn() {
      this.setData({ focused: true })
    },
    focusOut() {
      this.setData({ focused: false })
    },
  },
})
