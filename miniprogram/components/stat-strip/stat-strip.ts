/** A few numbers side by side, each with the word that says what it means: `[{ value, label }]`. */
Component({
  properties: {
    stats: { type: Array, value: [] },
  },
})
