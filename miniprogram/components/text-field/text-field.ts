import { countLabel, fieldWords } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'
import { typingBehavior } from '../field-frame/typing-behavior'

interface Typed {
  value: string
}

/** The keyboard for each type: a phone number has none of its own. */
const KEYBOARDS: Readonly<Record<string, string>> = { tel: 'number' }

/**
 * One line of text. Events `change` `{name, value}`, `leave` `{name}`, and `confirm` `{name, value}` from the keyboard's
 * own button. Nicknames come from WeChat and are only final when the field is left.
 */
Component({
  behaviors: [fieldBehavior, typingBehavior],
  properties: {
    value: String,
    placeholder: String,
    /** `text`, `number`, `digit` (with decimals), `idcard`, `tel`, `nickname`. */
    type: { type: String, value: 'text' },
    /** Letters at most; counted on the screen. 0 for no limit. */
    maxlength: Number,
    /** What the keyboard's button says: `done`, `next`, `search`, `send`, `go`. */
    confirmType: { type: String, value: 'done' },
  },
  data: { words: fieldWords, keyboard: 'text', length: 0, countLabel: '' },
  observers: {
    type(type: string) {
      this.setData({ keyboard: KEYBOARDS[type] ?? type })
    },
    'value, maxlength': function (value: string) {
      this.put(value)
      this.measure(value)
    },
  },
  methods: {
    measure({ length }: { length: number }) {
      const { maxlength } = this.data
      this.setData({ length, countLabel: maxlength > 0 ? countLabel(length, maxlength) : '' })
    },
    take(value: string) {
      if (value === this.data.typed) return
      this.setData({ typed: value })
      this.measure(value)
      this.tell(value)
    },
    type({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.take(detail.value)
    },
    blur({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.focusOut()
      this.take(detail.value)
      this.leave()
    },
    confirm({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.triggerEvent('confirm', { name: this.data.name, value: detail.value })
    },
    clear() {
      this.put('')
      this.measure('')
      this.tell('')
    },
  },
})
