const ESCAPES: Readonly<Record<string, string>> = { n: '\n' }

/** A backslash before anything else than GIFT's own signs is a backslash. */
export const unescaped = (text: string): string =>
  text.replace(/\\([\\~=#{}:n])/g, (_whole, sign: string) => ESCAPES[sign] ?? sign)

/** Where a sign stands that no backslash takes the meaning from; -1 without one. */
export function findSign(text: string, signs: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (signs.includes(text.charAt(at))) return at
  }
  return -1
}

export interface GiftAnswer {
  mark: '=' | '~'
  /** Percent; null where none is given. */
  weight: number | null
  text: string
  feedback: string
}

/** Takes the general feedback off the end of what stands in the braces. */
export function withoutGeneral(inside: string): { answers: string; general: string } {
  for (let at = findSign(inside, '#'); at !== -1; at = findSign(inside, '#', at + 1))
    if (inside.startsWith('####', at)) return { answers: inside.slice(0, at), general: inside.slice(at + 4) }
  return { answers: inside, general: '' }
}

const WEIGHT = /^\s*%(-?\d+(?:[.,]\d+)?)%/

function answerOf(mark: '=' | '~', text: string): GiftAnswer {
  const weight = WEIGHT.exec(text)
  const rest = weight ? text.slice(weight[0].length) : text
  const at = findSign(rest, '#')
  return {
    mark,
    weight: weight ? Number(weight[1]?.replace(',', '.')) : null,
    text: at === -1 ? rest : rest.slice(0, at),
    feedback: at === -1 ? '' : rest.slice(at + 1),
  }
}

/** `=right#feedback ~%-50%wrong#feedback …` */
export function answersIn(answers: string): GiftAnswer[] {
  const found: GiftAnswer[] = []
  for (let at = findSign(answers, '=~'); at !== -1;) {
    const next = findSign(answers, '=~', at + 1)
    found.push(answerOf(answers[at] === '=' ? '=' : '~', answers.slice(at + 1, next === -1 ? undefined : next)))
    at = next
  }
  return found
}
