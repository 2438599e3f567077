import { figureWords } from '../copy/figures'
import { posterColours } from './poster-colours'
import type { PosterBlock, PosterDescription } from './poster-description'

/** What a certificate says; every text as people read it. */
export interface CertificateFacts {
  /** What it is called. */
  title: string
  /** The year and the series it belongs to. */
  series: string
  name: string
  /** For what it is given, a whole sentence. */
  deed: string
  issuer: string
  date: string
  /** Empty where the code is the number. */
  number: string
  /** Proves it to whoever types it in. */
  code: string
}

const WIDTH = 375
const { ink, sub, deep, green, card, paper, line } = posterColours

const small = (text: string, colour: string = sub): PosterBlock => ({
  kind: 'text',
  text,
  size: 12,
  line: 18,
  colour,
})

const middle = (text: string, size: number, lineHeight: number, colour: string, bold = false): PosterBlock => ({
  kind: 'text',
  text,
  size,
  line: lineHeight,
  colour,
  bold,
  align: 'center',
})

const gap = (height: number): PosterBlock => ({ kind: 'gap', height })

const proof = ({ number, code }: CertificateFacts, codePicture: string): PosterBlock => {
  const texts = [
    ...(number === '' ? [] : [small(`${figureWords.number} ${number}`, ink)]),
    small(`${figureWords.code} ${code}`, ink),
    gap(4),
    small(figureWords.checkHint),
  ]
  if (codePicture === '') return { kind: 'card', colour: paper, radius: 14, padding: 14, blocks: texts }
  const columns = [
    { share: 3, blocks: texts },
    { share: 1, blocks: [{ kind: 'picture', src: codePicture, ratio: 1 } satisfies PosterBlock] },
  ]
  return { kind: 'card', colour: paper, radius: 14, padding: 14, blocks: [{ kind: 'row', gap: 14, columns }] }
}

/** The certificate as a poster, to be saved or printed. */
export function certificatePoster(facts: CertificateFacts, codePicture = ''): PosterDescription {
  const sheet: PosterBlock[] = [
    middle(facts.series, 12, 18, sub),
    middle(facts.title, 28, 40, deep, true),
    gap(14),
    middle(figureWords.awardedTo, 13, 20, sub),
    middle(facts.name, 24, 36, ink, true),
    gap(6),
    middle(facts.deed, 15, 25, ink),
    gap(18),
    middle(facts.issuer, 14, 22, green, true),
    middle(facts.date, 13, 20, sub),
    gap(18),
    proof(facts, codePicture),
  ]
  return {
    width: WIDTH,
    padding: 16,
    background: paper,
    blocks: [
      {
        kind: 'card',
        colour: card,
        radius: 20,
        padding: 0,
        edge: line,
        blocks: [
          { kind: 'hills', height: 160, radius: 20 },
          { kind: 'card', padding: 20, blocks: sheet },
        ],
      },
    ],
  }
}
