/** The line above a group of cards. */
Component({
  properties: {
    text: String,
    note: String,
  },
})
