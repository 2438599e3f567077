/** Who this is: picture, name, where, and what they may do. Event `open`. */
Component({
  properties: {
    name: String,
    avatar: String,
    note: String,
    unit: String,
    /** Texts of the granted roles. */
    roles: { type: Array, value: [] },
  },
})
