/** A word in a pill. Its tone means something: calm, soon, last (of a deadline), over, right, wrong, topic. */
Component({
  properties: {
    text: String,
    tone: { type: String, value: 'calm' },
    icon: String,
  },
})
