import { sharedWords } from '../../copy/shared'

/** What stands in place of content: bars while it loads, or why it is not there, with a way on. Event `retry`. */
Component({
  properties: {
    /** `loading` or `failed`; anything else shows the slot. */
    phase: String,
    problem: String,
    /** What the way on is called; trying again, where nothing is said. */
    action: String,
    icon: { type: String, value: 'cloud-off' },
  },
  data: { words: sharedWords },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
