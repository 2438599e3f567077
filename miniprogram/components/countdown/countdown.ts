import { clockText } from '../../copy/moments'

const TICK = 250
const HURRY = 30

/**
 * Seconds until an instant of the server's clock, which is `ahead` milliseconds before the phone's. Counts in a component
 * of its own, so that a tick redraws five digits and not the page. Event `over` when none are left, and again when it is
 * shown anew after that.
 */
Component({
  properties: {
    until: Number,
    ahead: Number,
    label: String,
  },
  data: { text: '', hurry: false, timer: 0 },
  lifetimes: {
    detached() {
      this.stop()
    },
  },
  pageLifetimes: {
    show() {
      this.start()
    },
    hide() {
      this.stop()
    },
  },
  observers: {
    'until, ahead'() {
      this.start()
    },
  },
  methods: {
    start() {
      this.stop()
      if (this.data.until === 0) return
      this.showLeft()
      // Rings from the timer only: whoever listens is there by then.
      this.data.timer = setInterval(() => {
        if (this.showLeft() > 0) return
        this.stop()
        this.triggerEvent('over')
      }, TICK)
    },
    stop() {
      clearInterval(this.data.timer)
    },
    showLeft(): number {
      const seconds = Math.max(0, Math.ceil((this.data.until - Date.now() - this.data.ahead) / 1000))
      const text = clockText(seconds)
      if (text !== this.data.text) this.setData({ text, hurry: seconds <= HURRY })
      return seconds
    },
  },
})
