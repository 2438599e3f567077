const QUOTED_OR_URL = String.raw`url\([^)]*\)|"[^"]*"|'[^']*'`
const NUMBER = String.raw`(?<![\w-])(-?(?:\d+\.?\d*|\.\d+))`
const SAFE_AREA = String.raw`(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)`
// Base64 in a url() may look like a unit, so quoted parts are matched first and left alone.
const UNITS = new RegExp(`${QUOTED_OR_URL}|${NUMBER}(rpx|[dsl]?vh)\\b|${SAFE_AREA}`, 'g')

/**
 * A CSS value of the mini-program in the terms of the local phone: 750rpx are the width of the screen,
 * 100vh the height of the page area (not of the window), and safe areas are those of the emulated screen.
 */
export function toPhoneUnits(value: string): string {
  return value.replace(UNITS, (whole: string, number?: string, unit?: string, side?: string) => {
    if (side !== undefined) return `var(--safe-${side})`
    if (number === undefined) return whole
    if (unit === 'rpx') return `${Number((Number(number) / 7.5).toFixed(8))}vw`
    return `calc(var(--vh) * ${Number(number)})`
  })
}
