/**
 * One answered question: right or wrong, what was chosen, the key, why, and where it stands written. With `report` as what a
 * link says there is one; event `report` with the number.
 */
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
    /** File and what there is to see; nothing where the words are enough. */
    picture: Object,
    report: String,
    words: Object,
  },
  methods: {
    sayWrong() {
      this.triggerEvent('report', { number: this.data.number })
    },
  },
})
