import { optionMarkWords } from '../../copy/practice'

/** One option of a question, chosen or not; once its question is answered, right or wrong. Event `choose` with its position. */
Component({
  properties: {
    letter: String,
    text: String,
    position: Number,
    chosen: Boolean,
    /** `radio` for one answer, `checkbox` for several. */
    role: { type: String, value: 'radio' },
    /** `right` or `wrong` once that may be told; it cannot be chosen then. */
    mark: String,
    /** Told about, neither right nor chosen: it cannot be chosen either. */
    still: Boolean,
  },
  data: { words: optionMarkWords },
  methods: {
    choose() {
      if (!this.data.mark && !this.data.still) this.triggerEvent('choose', { position: this.data.position })
    },
  },
})
