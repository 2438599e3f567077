/** One answered question: right or wrong, what was chosen, the key, why, and where it stands written. */
Component({
  properties: {
    number: Number,
    right: Boolean,
    stem: String,
    chosen: String,
    keyText: String,
    why: String,
    trap: String,
    source: String,
    words: Object,
  },
})
