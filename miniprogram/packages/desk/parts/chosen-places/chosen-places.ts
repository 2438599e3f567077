/** Where the chosen options stood, a column for each question: takes `questions` `{places: boolean[], label}`. */
Component({
  properties: {
    questions: { type: Array, value: [] },
  },
})
