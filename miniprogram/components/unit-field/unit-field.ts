import { unitFieldWords } from '../../copy/units'
import { fieldBehavior } from '../field-frame/field-behavior'
import { chosenName } from './unit-choice'

/**
 * One unit of many, found by typing, or none. Events `change` `{name, value}` and `leave` `{name}` of every field, and
 * `search` `{text}` whenever others are to be found; with an empty text when the sheet opens.
 */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** As `unitChoice` makes it. */
    value: String,
    placeholder: { type: String, value: unitFieldWords.none },
    /** What was found, as choices. */
    found: { type: Array, value: [] },
    /** What stands where nothing is found. */
    note: String,
  },
  data: { words: unitFieldWords, open: false, shown: '' },
  observers: {
    value(value: string) {
      this.setData({ shown: chosenName(value) })
    },
  },
  methods: {
    open() {
      if (this.data.disabled) return
      this.triggerEvent('search', { text: '' })
      this.setData({ open: true })
    },
    close() {
      this.setData({ open: false })
      this.leave()
    },
    search({ detail: { text } }: WechatMiniprogram.CustomEvent<{ text: string }>) {
      this.triggerEvent('search', { text })
    },
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.tell(value)
      this.close()
    },
    chooseNone() {
      this.tell('')
      this.close()
    },
  },
})
