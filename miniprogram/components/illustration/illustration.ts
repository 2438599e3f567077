/** Drawings are four wide to three high. */
const RATIO = 3 / 4

/** A drawing of our own, from assets/illustrations, by day or by night. It decorates unless it is given a label. */
Component({
  properties: {
    /** An activity's kind, or `empty`, `error`, `success`, `offline`. */
    name: String,
    /** Width in px. */
    size: { type: Number, value: 96 },
    label: String,
  },
  data: { height: 96 * RATIO },
  observers: {
    size(size: number) {
      this.setData({ height: Math.round(size * RATIO) })
    },
  },
})
