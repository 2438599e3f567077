import { fieldWords } from '../../copy/forms'

/** What stands around the control of a field: its label, whether it must be filled in, and below a hint or what is wrong. */
Component({
  properties: {
    label: String,
    hint: String,
    error: String,
    required: Boolean,
    disabled: Boolean,
    /** How much of a limit is used, such as `12 / 50`. */
    count: String,
    countLabel: String,
    /** The control has its words inside and needs no label above. */
    bare: Boolean,
  },
  data: { words: fieldWords },
})
