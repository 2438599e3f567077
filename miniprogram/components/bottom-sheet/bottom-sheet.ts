import { fieldWords } from '../../copy/forms'

/** A pull of the handle at least this far down closes the sheet, px. */
const PULL = 48

/**
 * Something to do or choose in front of the page, from the bottom of the screen: title, content, and in the slot `actions`
 * what can be done. Show it with wx:if: made anew each time, it cannot be caught half-way through fading out. Event `close`
 * from its button, the veil behind it, or a pull at its top.
 */
Component({
  options: { multipleSlots: true, pureDataPattern: /^from$/ },
  properties: {
    title: String,
    /** Keeps its height whatever is in it, for what changes while it is open. */
    tall: Boolean,
    /** Whether something is in the slot `actions`. */
    actions: Boolean,
    /** Offers a step back instead of staying at the first one; event `back`. */
    back: Boolean,
  },
  data: { words: fieldWords, from: 0 },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    stepBack() {
      this.triggerEvent('back')
    },
    pullBegins({ touches }: WechatMiniprogram.TouchEvent) {
      this.setData({ from: touches[0]?.clientY ?? 0 })
    },
    pullEnds({ changedTouches }: WechatMiniprogram.TouchEvent) {
      if ((changedTouches[0]?.clientY ?? 0) - this.data.from > PULL) this.close()
    },
  },
})
