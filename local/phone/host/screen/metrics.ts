/** Measures of the emulated telephone, in px: those of a current large telephone without a home button. */
export const STATUS_BAR = 44
export const NAVIGATION_BAR = 44
export const TAB_BAR = 50
export const SAFE_BOTTOM = 34
export const CAPSULE = { width: 87, height: 32, right: 7, top: STATUS_BAR + (NAVIGATION_BAR - 32) / 2 }
