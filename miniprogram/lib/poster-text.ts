/** Width of a text in px, in the letters it will be drawn with. */
export type Measure = (text: string) => number

/** Never at the beginning of a line. */
const CLOSING = /^[、。，．；：？！）】》」』〉〕｝…—·～％℃%,.;:?!)\]}’”]$/u
/** Never at the end of a line. */
const OPENING = /^[（【《「『〈〔｛([{‘“]$/u
/** Words and numbers of the Latin script stay whole. */
const ATOMS = /[A-Za-z0-9\u00c0-\u024f]+(?:[.,:/_@+-][A-Za-z0-9\u00c0-\u024f]+)*|\s+|./gu

/** Pieces that may stand alone on a line: an atom with the marks that cling to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let opening = ''
  for (const atom of text.match(ATOMS) ?? []) {
    const last = pieces.length - 1
    if (OPENING.test(atom)) opening += atom
    else if (CLOSING.test(atom) && last >= 0 && opening === '') pieces[last] = `${pieces[last] ?? ''}${atom}`
    else {
      pieces.push(opening + atom)
      opening = ''
    }
  }
  return opening === '' ? pieces : [...pieces, opening]
}

/** A piece wider than the line is cut where it must be. */
function cut(piece: string, width: number, measure: Measure): string[] {
  if (measure(piece) <= width) return [piece]
  const parts: string[] = []
  let part = ''
  for (const letter of piece) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part]
}

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text).flatMap(whole => cut(whole, width, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  return [...lines, line.trimEnd()]
}

/** Shortens a line until it ends in an ellipsis within the width. */
function ellipsis(line: string, width: number, measure: Measure): string {
  const letters = Array.from(line)
  while (letters.length > 0 && measure(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('')}…`
}

/** The lines of a text no wider than `width` px, broken as Chinese is; at most `most` of them, the last then ends in `…`. */
export function wrapText(text: string, width: number, measure: Measure, most = Infinity): string[] {
  const lines = text.split('\n').flatMap(paragraph => wrapParagraph(paragraph, width, measure))
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), ellipsis(lines[most - 1] ?? '', width, measure)]
}
