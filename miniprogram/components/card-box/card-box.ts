/** The white sheet that rows and facts lie on; `padded` where its content brings no space of its own. */
Component({
  properties: {
    padded: Boolean,
    /** `sun`, `water`, `earth` or `green` for a card that says something; plain otherwise. */
    tone: String,
  },
})
