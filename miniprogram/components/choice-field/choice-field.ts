import { fieldBehavior } from '../field-frame/field-behavior'

/** One of a few, all of them in sight. Events `change` `{name, value}` and `leave` `{name}`. */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** `{value, text, note?, disabled?}` each. */
    options: { type: Array, value: [] },
    value: String,
    /** `rows`, or `pills` where the words are short. */
    shape: { type: String, value: 'rows' },
  },
  methods: {
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.settle(value)
    },
  },
})
