/** A line icon in the colour of the text around it. It says nothing to a screen reader: the words beside it do. */
Component({
  options: { virtualHost: true },
  properties: {
    name: String,
    /** Side length in px. */
    size: { type: Number, value: 22 },
  },
})
