/** A result as the largest thing on its page: the number in its ring, and a sentence that says what it means. */
Component({
  properties: {
    score: Number,
    unit: String,
    /** Of the whole, 0 to 1. */
    share: Number,
    note: String,
    praise: String,
  },
})
