import { fieldWords } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'

/** On or off; the whole row is the switch. Events `change` `{name, value}` and `leave` `{name}`. */
Component({
  behaviors: [fieldBehavior],
  properties: {
    value: Boolean,
  },
  data: { words: fieldWords },
  methods: {
    toggle() {
      if (!this.data.disabled) this.settle(!this.data.value)
    },
  },
})
