import { fieldWords } from '../../copy/forms'
import { typingBehavior } from '../field-frame/typing-behavior'

/** A pause in typing this long is a question, ms. */
const PAUSE = 300

const timers = new WeakMap<object, number>()

interface Typed {
  value: string
}

/**
 * Looks for something by a few words. Event `search` `{text}` after a pause in typing, at once from the keyboard's button, a
 * word of the history or the clear button (an empty text), and never twice for the same text; `forget` when the history is
 * to be emptied.
 */
Component({
  behaviors: [typingBehavior],
  properties: {
    placeholder: String,
    /** What was looked for before, the latest first; shown while nothing is typed. */
    history: { type: Array, value: [] },
    label: { type: String, value: fieldWords.search },
    focus: Boolean,
  },
  data: { words: fieldWords, asked: '' },
  lifetimes: {
    detached() {
      clearTimeout(timers.get(this) ?? 0)
    },
  },
  methods: {
    ask(text: string) {
      clearTimeout(timers.get(this) ?? 0)
      if (text === this.data.asked) return
      this.setData({ asked: text })
      this.triggerEvent('search', { text })
    },
    type({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.setData({ typed: detail.value })
      clearTimeout(timers.get(this) ?? 0)
      timers.set(
        this,
        setTimeout(() => {
          this.ask(detail.value.trim())
        }, PAUSE),
      )
    },
    confirm() {
      this.ask(this.data.typed.trim())
    },
    recall(event: WechatMiniprogram.TouchEvent) {
      const { text }: Record<string, unknown> = event.currentTarget.dataset
      if (typeof text !== 'string') return
      this.put(text)
      this.ask(text)
    },
    clear() {
      this.put('')
      this.ask('')
    },
    forget() {
      this.triggerEvent('forget')
    },
  },
})
