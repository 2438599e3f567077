/** What the texts of real question files use beyond the five of XML. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’' },
  ...{ mdash: '—', ndash: '–', hellip: '…', middot: '·', times: '×', divide: '÷', deg: '°', plusmn: '±', mu: 'μ' },
  ...{ le: '≤', ge: '≥', ne: '≠', sup2: '²', sup3: '³', copy: '©', rarr: '→', larr: '←', alpha: 'α', beta: 'β' },
}

const LAST = 0x10ffff

function character(code: number, text: string): string {
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code > 0 && code <= LAST && !surrogate ? String.fromCodePoint(code) : text
}

function decoded(whole: string, name: string): string {
  if (/^#x/i.test(name)) return character(parseInt(name.slice(2), 16), whole)
  if (name.startsWith('#')) return character(Number(name.slice(1)), whole)
  return NAMED[name] ?? whole
}

/** An entity that nobody knows stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+\d?);/gi, decoded)

export const encodeEntities = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
