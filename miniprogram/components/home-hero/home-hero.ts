/** Early morning outdoors: the hills and the greeting. The one place for poetry; behind the status bar. */
Component({
  properties: {
    series: String,
    greeting: String,
    line: String,
    /** Height of the status bar, px. */
    statusBar: { type: Number, value: 20 },
  },
})
