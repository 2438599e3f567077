import { AtRule, type Declaration } from 'postcss'
import { toPhoneUnits } from '../shared/css-units'

const CHINESE_FONT = `'Noto Sans SC Variable'`
export const VANT_ICON_FILE = 'vant-icon.woff2'

const VANT_ICON_CDN = /at\.alicdn\.com\/t\/c\/font_2553510/
const URL_VALUE = /url\(\s*(['"]?)([^'")]*)\1\s*\)/g
const GENERIC_FAMILY = /(^|[\s,])(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+)\s*(?:,|$)/
const KEYWORD = /^(inherit|initial|unset|revert)$/

// Before the generic family: a browser may stop there and draw boxes instead of waiting for the font behind it.
function withChineseFont({ parent, prop, value }: Declaration): string {
  const isFace = parent instanceof AtRule && parent.name === 'font-face'
  if (isFace || !/^font(-family)?$/.test(prop) || KEYWORD.test(value)) return value
  const generic = GENERIC_FAMILY.exec(value)
  if (generic === null) return `${value}, ${CHINESE_FONT}`
  return `${value.slice(0, generic.index)}${generic[1] ?? ''}${CHINESE_FONT}, ${value.slice(generic.index + (generic[1] ?? '').length)}`
}

/** What is wrong with a url() of a declaration on a phone (or here), if anything. */
export type UrlFault = 'remote' | 'local'

export function urlFault(value: string): UrlFault | undefined {
  for (const [, , url = ''] of value.matchAll(URL_VALUE)) {
    if (/^(https?:)?\/\//.test(url)) return 'remote'
    if (!/^(data:|#)/.test(url)) return 'local'
  }
  return undefined
}

/** Rewrites one declaration in place: units, fonts, and the icon font of Vant, which would come from elsewhere. */
export function rewriteDeclaration(declaration: Declaration): void {
  if (VANT_ICON_CDN.test(declaration.value)) {
    declaration.value = `url(/phone/${VANT_ICON_FILE}) format("woff2")`
    return
  }
  declaration.value = toPhoneUnits(withChineseFont(declaration))
}

export const isOwnFile = (value: string) => value.includes(`url(/phone/${VANT_ICON_FILE})`)
