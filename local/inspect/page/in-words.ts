const UNITS = ['B', 'KB', 'MB', 'GB'] as const
const STEP = 1024

export function bytesInWords(bytes: number): string {
  const power = bytes < STEP ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(STEP)), UNITS.length - 1)
  const figure = bytes / STEP ** power
  return `${power === 0 || figure >= 100 ? Math.round(figure) : figure.toFixed(1)} ${UNITS[power] ?? ''}`
}

export const countInWords = (count: number, thing: string): string =>
  `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

const BEIJING = 8 * 3600 * 1000

const shifted = (instant: number): string => new Date(instant + BEIJING).toISOString()

/** `2026-09-21 14:05:09` in Beijing. */
export const beijing = (instant: number): string => shifted(instant).slice(0, 19).replace('T', ' ')

/** `14:05:09.123` in Beijing. */
export const beijingTime = (instant: number): string => shifted(instant).slice(11, 23)

/** As a field for date and time wants it, and back. */
export const toField = (instant: number): string => shifted(instant).slice(0, 19)
export const fromField = (text: string): number => Date.parse(`${text.length === 16 ? `${text}:00` : text}+08:00`)
