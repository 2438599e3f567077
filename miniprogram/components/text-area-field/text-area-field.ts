import { countLabel, fieldWords } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'
import { typingBehavior } from '../field-frame/typing-behavior'

interface Typed {
  value: string
}

/** Several lines of text; grows with them. Events `change` `{name, value}` and `leave` `{name}`. */
Component({
  behaviors: [fieldBehavior, typingBehavior],
  properties: {
    value: String,
    placeholder: String,
    /** Begins with one line: for what is mostly short. */
    low: Boolean,
    /** Letters at most; counted on the screen. 0 for no limit. */
    maxlength: Number,
  },
  data: { words: fieldWords, length: 0, countLabel: '', asked: false },
  observers: {
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
    type({ detail: { value } }: WechatMiniprogram.CustomEvent<Typed>) {
      this.setData({ typed: value })
      this.measure(value)
      this.tell(value)
    },
    /** The whole box is the field, not only its lines. */
    wake() {
      if (!this.data.disabled) this.setData({ asked: true })
    },
    blur() {
      this.focusOut()
      this.setData({ asked: false })
      this.leave()
    },
  },
})
