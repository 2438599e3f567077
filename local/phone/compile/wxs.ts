import { WXS_TYPE } from '../shared/wxs-type'

const COMMENT = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`
const REQUIRE = String.raw`\brequire\(\s*(['"])([^'"]+)\.wxs\1\s*\)`
const STRING = String.raw`'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"`
const TOKENS = new RegExp(`${COMMENT}|${REQUIRE}|${STRING}|\\.constructor\\b`, 'g')
const UNKNOWN_ESCAPE = /\\([^\n\r'"\\bfnrtv0xu])/g

/**
 * WXS as JavaScript that behaves like WXS: `x.constructor` is a type name, `'\d'` keeps its backslash,
 * and `require('./a.wxs')` names a script as the template compiler does, without its suffix.
 */
export function rewriteWxs(source: string): string {
  return source.replace(TOKENS, (token: string, quote?: string, path?: string) => {
    if (path !== undefined) return `require(${quote}${path}${quote})`
    if (token === '.constructor') return `.${WXS_TYPE}`
    if (token.startsWith('/')) return ''
    return token.replace(/\\[\s\S]/g, escape => escape.replace(UNKNOWN_ESCAPE, String.raw`\\$1`))
  })
}
