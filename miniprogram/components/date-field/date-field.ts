import * as v from 'valibot'
import { daySchema } from '../../contract/time'
import { dayText, fieldWords } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'

/** A Beijing day, `YYYY-MM-DD`, by the phone's own date wheel. Events `change` `{name, value}` and `leave` `{name}`. */
Component({
  behaviors: [fieldBehavior],
  properties: {
    value: String,
    /** The first and the last day that can be chosen. */
    min: { type: String, value: '1920-01-01' },
    max: { type: String, value: '2100-12-31' },
    placeholder: { type: String, value: fieldWords.choose },
  },
  data: { words: fieldWords, shown: '' },
  observers: {
    value(value: string) {
      this.setData({ shown: v.is(daySchema, value) ? dayText(value) : '' })
    },
  },
  methods: {
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { min, max } = this.data
      if (v.is(daySchema, value) && value >= min && value <= max) this.settle(value)
    },
    cancel() {
      this.leave()
    },
  },
})
