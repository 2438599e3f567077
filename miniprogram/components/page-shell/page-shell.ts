/** Dresses a page: paper, tokens of the chosen look, safe areas, and the footer that stays in reach of the thumb. */
Component({
  options: { multipleSlots: true },
  properties: {
    /** `light` or `dark`, and `elder` where chosen. */
    look: { type: String, value: 'light' },
    footer: Boolean,
  },
})
