import type { Choice } from './choice'

/** Rows drawn at once: the rest is found by typing, and the page stays light. */
const SHOWN = 60

/** From here on a list is easier to search than to read. */
export const SEARCH_FROM = 13

/** The choices whose words hold the text, as many as are drawn, and how many more there are. */
export function matching(options: readonly Choice[], text: string): { found: Choice[]; more: number } {
  const wanted = text.trim().toLowerCase()
  const all = options.filter(option => `${option.text} ${option.note ?? ''}`.toLowerCase().includes(wanted))
  return { found: all.slice(0, SHOWN), more: Math.max(0, all.length - SHOWN) }
}
