/** Hands the page to somebody in WeChat: only the platform's own button may open that sheet. */
Component({
  properties: { text: String },
})
