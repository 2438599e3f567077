import { fieldWords } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'
import { typingBehavior } from '../field-frame/typing-behavior'

interface Typed {
  value: string
}

const lettersOf = (text: string, length: number): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, length)

const grouped = (code: string, size: number): string => (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(' ')

/**
 * A code that somebody was given, in large letters and groups, however it was typed or pasted. Events `change`
 * `{name, value}` with the letters alone, `leave` `{name}`, and `complete` `{name, value}` when the last letter is there.
 */
Component({
  behaviors: [fieldBehavior, typingBehavior],
  properties: {
    value: String,
    placeholder: String,
    /** Letters of the code, and how many stand together. */
    length: { type: Number, value: 8 },
    group: { type: Number, value: 4 },
  },
  data: { words: fieldWords },
  observers: {
    'value, length, group': function (value: string, length: number, group: number) {
      this.put(grouped(lettersOf(value, length), group))
    },
  },
  methods: {
    /** What it returns stands in the control in place of what was typed. */
    type({ detail }: WechatMiniprogram.CustomEvent<Typed>): string {
      const { length, group, name, typed } = this.data
      const code = lettersOf(detail.value, length)
      const shown = grouped(code, group)
      if (shown === typed) return shown
      this.setData({ typed: shown })
      this.tell(code)
      if (code.length === length) this.triggerEvent('complete', { name, value: code })
      return shown
    },
    blur() {
      this.focusOut()
      this.leave()
    },
  },
})
