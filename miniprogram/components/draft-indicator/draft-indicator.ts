import { draftWords, savedText } from '../../copy/forms'

/** Where a draft stands: saved on this phone and when, being saved, or not saved, with another try. Event `retry`. */
Component({
  properties: {
    /** `saved`, `saving` or `failed`; empty shows nothing. */
    state: String,
    /** When it was saved, ms. */
    at: Number,
  },
  data: { words: draftWords, saved: '' },
  observers: {
    at(at: number) {
      this.setData({ saved: savedText(at) })
    },
  },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
