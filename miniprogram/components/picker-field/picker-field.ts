import { fieldWords, moreFound } from '../../copy/forms'
import type { Choice } from '../choice-list/choice'
import { matching, SEARCH_FROM } from '../choice-list/matching'
import { fieldBehavior } from '../field-frame/field-behavior'

const none: Choice[] = []

/** One of many, in a sheet; with a search where they are too many to read. Events `change` `{name, value}` and `leave` `{name}`. */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** `{value, text, note?, disabled?}` each. */
    options: { type: Array, value: [] },
    value: String,
    placeholder: { type: String, value: fieldWords.choose },
  },
  data: { words: fieldWords, open: false, searchable: false, shown: '', found: none, more: '' },
  observers: {
    'value, options': function (value: string, options: Choice[]) {
      this.setData({
        shown: options.find(option => option.value === value)?.text ?? '',
        searchable: options.length >= SEARCH_FROM,
      })
    },
  },
  methods: {
    open() {
      if (this.data.disabled) return
      this.look('')
      this.setData({ open: true })
    },
    close() {
      this.setData({ open: false, found: [] })
      this.leave()
    },
    look(text: string) {
      const options: Choice[] = this.data.options
      const { found, more } = matching(options, text)
      this.setData({ found, more: more > 0 ? moreFound(more) : '' })
    },
    search({ detail: { text } }: WechatMiniprogram.CustomEvent<{ text: string }>) {
      this.look(text)
    },
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.tell(value)
      this.close()
    },
  },
})
