import { rewriteWxs } from '../../../local/phone/compile/wxs'

test.each([
  ['a type is asked by another name', `x.constructor === 'Array'`, `x.__wxsType === 'Array'`],
  ['also after a call or an index', `f().constructor + a[0].constructor`, `f().__wxsType + a[0].__wxsType`],
  ['a text about constructors stays', `'x.constructor'`, `'x.constructor'`],
  ['a name that only begins so stays', `x.constructors`, `x.constructors`],
  [
    'an unknown escape keeps its backslash',
    String.raw`getRegExp('^-?\d+(\.\d+)?$')`,
    String.raw`getRegExp('^-?\\d+(\\.\\d+)?$')`,
  ],
  ['a known escape stays', String.raw`'a\nb\\d\'c\u4e91'`, String.raw`'a\nb\\d\'c\u4e91'`],
  ['a required script loses its suffix', `require('./a.wxs')`, `require('./a')`],
  ['in double quotes too', `require("../b/c.wxs")`, `require("../b/c")`],
  ['an apostrophe in a comment opens no text', `// it's\nx.constructor`, `\nx.__wxsType`],
  ['nor does one in a block comment', `/* it's */ x.constructor`, ` x.__wxsType`],
])('%s', (_what, source, expected) => {
  expect(rewriteWxs(source)).toBe(expected)
})
