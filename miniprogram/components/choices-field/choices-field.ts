import { chosenCount, limitReached } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'

/** Several of a few, all of them in sight, up to a limit. Events `change` `{name, value}` with all values, and `leave` `{name}`. */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** `{value, text, note?, disabled?}` each. */
    options: { type: Array, value: [] },
    /** The values that are chosen. */
    value: { type: Array, value: [] },
    /** How many at most; 0 for no limit. */
    limit: Number,
    /** `rows`, or `pills` where the words are short. */
    shape: { type: String, value: 'rows' },
  },
  data: { full: false, count: '', fullHint: '' },
  observers: {
    'value, limit': function (value: string[], limit: number) {
      const full = limit > 0 && value.length >= limit
      this.setData({
        full,
        count: limit > 0 ? chosenCount(value.length, limit) : '',
        fullHint: full ? limitReached(limit) : '',
      })
    },
  },
  methods: {
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const chosen: string[] = this.data.value
      this.settle(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value])
    },
  },
})
