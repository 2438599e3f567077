/** A drawing of our own, from assets/illustrations. It decorates: the words beside it say what it means. */
Component({
  properties: {
    name: String,
    /** Side length in px. */
    size: { type: Number, value: 96 },
  },
})
