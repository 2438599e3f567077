const DEGREES = 360

/** A share of a whole as a ring; what stands in its middle is the slot's business. */
Component({
  properties: {
    /** 0 to 1. */
    share: { type: Number, value: 0 },
    size: { type: Number, value: 56 },
    stroke: { type: Number, value: 6 },
    label: String,
  },
  data: { degrees: 0 },
  observers: {
    share(share: number) {
      this.setData({ degrees: Math.round(Math.min(1, Math.max(0, share)) * DEGREES) })
    },
  },
})
