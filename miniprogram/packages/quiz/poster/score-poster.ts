import type { AttemptResult } from '../../../contract/quiz'
import { posterText, posterWords } from '../../../copy/certificates'
import { posterColours } from '../../../lib/poster-colours'
import type { PosterBlock, PosterDescription } from '../../../lib/poster-description'

const WIDTH = 375
const { paper, card, line, ink, sub, deep, green, greenTint } = posterColours

const text = (words: string, size: number, lineHeight: number, colour: string, bold = false): PosterBlock => ({
  kind: 'text',
  text: words,
  size,
  line: lineHeight,
  colour,
  bold,
})

const scoreCard = (score: number): PosterBlock => ({
  kind: 'card',
  colour: card,
  radius: 20,
  padding: 18,
  edge: line,
  blocks: [
    { kind: 'text', text: String(score), size: 56, line: 64, colour: green, bold: true, align: 'center' },
    { kind: 'text', text: posterWords.points, size: 13, line: 19, colour: sub, align: 'center' },
  ],
})

function invitation(code: string): PosterBlock {
  const texts = [text(posterWords.scan, 14, 22, deep, true), text(posterWords.scanNote, 12, 18, sub)]
  const columns = [
    { share: 3, blocks: texts },
    { share: 1, blocks: [{ kind: 'picture', src: code, ratio: 1, radius: 8 } satisfies PosterBlock] },
  ]
  const blocks: PosterBlock[] = code === '' ? texts : [{ kind: 'row', gap: 14, columns }]
  return { kind: 'card', colour: greenTint, radius: 14, padding: 14, blocks }
}

/**
 * A result to show around: the score and nothing of what was asked.
 * @param code picture of the quiz's mini-program code; empty for none
 */
export const scorePoster = (result: AttemptResult, code: string): PosterDescription => ({
  width: WIDTH,
  padding: 0,
  background: paper,
  blocks: [
    { kind: 'hills', height: 200 },
    {
      kind: 'card',
      padding: 24,
      blocks: [
        text(posterWords.lead, 24, 34, deep, true),
        text(posterText(result), 15, 25, ink),
        { kind: 'gap', height: 18 },
        scoreCard(result.score),
        { kind: 'gap', height: 18 },
        invitation(code),
      ],
    },
  ],
})
