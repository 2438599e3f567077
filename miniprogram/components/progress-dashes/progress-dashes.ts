/** Where one stands in a paper: a dash a question, full when answered. Event `jump` with the position tapped. */
Component({
  properties: {
    /** `{ state: 'blank' | 'done' | 'here', label }`, question by question. */
    marks: { type: Array, value: [] },
    label: String,
  },
  methods: {
    jump(event: WechatMiniprogram.TouchEvent) {
      const position: unknown = event.currentTarget.dataset['position']
      this.triggerEvent('jump', { position })
    },
  },
})
