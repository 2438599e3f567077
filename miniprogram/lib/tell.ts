import { UNDERSTOOD } from '../copy/toasts'
import { look } from '../stores/appearance'

/** A toast shows two lines of about this many letters, fewer where letters are large; what is longer would be cut. */
const TOAST_LETTERS = 24
const TOAST_LETTERS_ELDER = 16

const READING_MS = 180
const SHORTEST_MS = 2000
const SHORTEST_ELDER_MS = 4000

/** How something is said, and for a toast how long, ms. */
function mannerOf(text: string, elder: boolean): { modal: true } | { modal: false; duration: number } {
  if (text.length > (elder ? TOAST_LETTERS_ELDER : TOAST_LETTERS)) return { modal: true }
  const reading = SHORTEST_MS / 2 + text.length * READING_MS
  return { modal: false, duration: Math.max(elder ? 2 * reading : reading, elder ? SHORTEST_ELDER_MS : SHORTEST_MS) }
}

/** Says something in passing: as a toast for as long as it takes to read, or in a dialog where it is too long for one. */
export async function tell(text: string): Promise<void> {
  const manner = mannerOf(text, look().includes('elder'))
  if (manner.modal) await wx.showModal({ content: text, showCancel: false, confirmText: UNDERSTOOD })
  else await wx.showToast({ title: text, icon: 'none', duration: manner.duration })
}
