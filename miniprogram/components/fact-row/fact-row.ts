/** One fact: what it is, and the fact itself, or in the slot whatever says it better. */
Component({
  properties: {
    label: String,
    value: String,
  },
})
