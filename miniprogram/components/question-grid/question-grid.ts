/** All questions of a paper at once: which are answered, which is on the screen. Event `jump` with the position tapped. */
Component({
  properties: {
    /** `{ state: 'blank' | 'done' | 'here', label }`, question by question. */
    marks: { type: Array, value: [] },
  },
  methods: {
    jump(event: WechatMiniprogram.TouchEvent) {
      const position: unknown = event.currentTarget.dataset['position']
      this.triggerEvent('jump', { position })
    },
  },
})
