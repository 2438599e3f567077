/** What a poster consists of, from top to bottom. All measures are px of a poster `width` wide. */
export interface PosterDescription {
  width: number
  padding: number
  background: string
  blocks: readonly PosterBlock[]
}

/** Whether there is a poster yet: a component's property is an empty object before it is given one. */
export const isPoster = (value: object): value is PosterDescription => 'width' in value && 'blocks' in value

export type PosterBlock = TextBlock | PictureBlock | HillsBlock | GapBlock | LineBlock | CardBlock | RowBlock

export type Align = 'left' | 'center' | 'right'

export interface TextBlock {
  kind: 'text'
  text: string
  size: number
  /** Height of a line. */
  line: number
  colour: string
  bold?: boolean
  align?: Align
  /** At most so many lines. */
  most?: number
}

export interface PictureBlock {
  kind: 'picture'
  src: string
  /** Width by height of the room; the picture fills it, cut at the edges where it must be. */
  ratio: number
  /** The whole width, where nothing is said. */
  width?: number
  radius?: number
  align?: Align
}

/** Morning sky, sun and hills, over the whole width. */
interface HillsBlock {
  kind: 'hills'
  height: number
  radius?: number
}

interface GapBlock {
  kind: 'gap'
  height: number
}

interface LineBlock {
  kind: 'line'
  colour: string
}

interface CardBlock {
  kind: 'card'
  /** None for room that only keeps its distance. */
  colour?: string
  radius?: number
  padding: number
  /** A line around it. */
  edge?: string
  blocks: readonly PosterBlock[]
}

/** Columns side by side, centred on one another; each has its share of the width. */
interface RowBlock {
  kind: 'row'
  gap: number
  columns: readonly { share: number; blocks: readonly PosterBlock[] }[]
}
