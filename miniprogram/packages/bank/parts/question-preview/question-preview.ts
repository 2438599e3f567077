/** A question as who answers it sees it, with a mark at the right options: `{category, kind, stem, picture, options: [{letter, text, right}]}`. */
Component({
  properties: {
    question: Object,
    /** What the mark at a right option is called. */
    keyLabel: String,
  },
})
