import { percentText } from '../../copy/figures'

/** A share of a whole as a bar under its words. */
Component({
  properties: {
    label: String,
    /** 0 to 1. */
    share: { type: Number, value: 0 },
    /** What stands at the right; the percentage, where nothing is said. */
    text: String,
    /** `green`, `water`, `sun` or `earth`. */
    tone: { type: String, value: 'green' },
  },
  data: { width: 0, value: '0%' },
  observers: {
    'share, text'(share: number, text: string) {
      this.setData({ width: Math.min(100, Math.max(0, share * 100)), value: text || percentText(share) })
    },
  },
})
