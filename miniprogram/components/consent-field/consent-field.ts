import { fieldWords } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'

/**
 * A consent: a sentence, what it is about to be read first, and a tick that only the person makes. It begins unticked
 * whatever its value says, for a tick made for somebody is no consent. Events `change` `{name, value}`, `leave` `{name}`,
 * and `open` `{name, document}` to read.
 */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** A value of false takes the tick away; nothing but a tap makes it. */
    value: Boolean,
    text: String,
    /** What can be read: `{name, text}` each. */
    links: { type: Array, value: [] },
  },
  data: { words: fieldWords, ticked: false },
  observers: {
    value(value: boolean) {
      if (!value) this.setData({ ticked: false })
    },
  },
  methods: {
    toggle() {
      if (this.data.disabled) return
      const ticked = !this.data.ticked
      this.setData({ ticked })
      this.settle(ticked)
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { document }: Record<string, unknown> = event.currentTarget.dataset
      this.triggerEvent('open', { name: this.data.name, document })
    },
  },
})
