/** Early morning outdoors: the hills and the greeting. The one place for poetry; behind the status bar. */
Component({
  properties: {
    series: String,
    greeting: String,
    line: String,
    /** Height of the status bar, px. */
    statusBar: { type: Number, value: 20 },
    /** The classes of the page's look: the hills have a night of their own. */
    look: String,
  },
})
