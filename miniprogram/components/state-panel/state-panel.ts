import { sharedWords } from '../../copy/shared'

/** What stands in place of content while it loads, when it is not there, or when there is none, with a way on. Event `retry`. */
Component({
  properties: {
    /** `loading`, `failed` or `empty`; anything else shows the slot. */
    phase: String,
    /** Why it is not there, or why there is none. */
    problem: String,
    /** What the way on is called; trying again, where nothing is said. */
    action: String,
    /** The picture beside the sentence, of assets/illustrations. */
    picture: String,
    /** The shape of what is about to come: `card`, `rows` or `tiles`. */
    shape: { type: String, value: 'card' },
  },
  data: { words: sharedWords },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
