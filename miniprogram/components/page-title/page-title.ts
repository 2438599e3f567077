/** What a page is about, large, at its top: a drawing if there is one, a title, a line under it, and a tag. */
Component({
  properties: {
    title: String,
    note: String,
    tag: String,
    tone: { type: String, value: 'calm' },
    /** A drawing of assets/illustrations. */
    picture: String,
  },
})
