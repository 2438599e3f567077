import type { Align, PictureBlock, PosterBlock, PosterDescription, TextBlock } from './poster-description'
import { wrapText } from './poster-text'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One stroke of the brush, in px from the poster's upper left corner. Order is the order of painting. */
export type Drawing =
  | (Box & { kind: 'box'; colour: string; radius: number; edge: string })
  | (Box & { kind: 'picture'; src: string; radius: number })
  | (Box & { kind: 'hills'; radius: number })
  | { kind: 'letters'; text: string; x: number; y: number; size: number; bold: boolean; colour: string; align: Align }

/** Width of a text in px in letters of this size. */
export type MeasureLetters = (text: string, size: number, bold: boolean) => number

interface Laid {
  drawings: Drawing[]
  height: number
}

interface Room {
  x: number
  y: number
  width: number
  measure: MeasureLetters
}

const START: Record<Align, number> = { left: 0, center: 0.5, right: 1 }

function layText(block: TextBlock, { x, y, width, measure }: Room): Laid {
  const { text, size, line, colour, bold = false, align = 'left', most } = block
  const lines = wrapText(text, width, part => measure(part, size, bold), most)
  const drawings = lines.map((part, position): Drawing => ({
    kind: 'letters',
    text: part,
    x: x + width * START[align],
    y: y + line * (position + 0.5),
    size,
    bold,
    colour,
    align,
  }))
  return { drawings, height: line * lines.length }
}

function layPicture({ src, ratio, width, radius = 0, align = 'left' }: PictureBlock, room: Room): Laid {
  const wide = Math.min(room.width, width ?? room.width)
  const height = wide / ratio
  const x = room.x + (room.width - wide) * START[align]
  return { drawings: [{ kind: 'picture', src, x, y: room.y, width: wide, height, radius }], height }
}

function layCard(block: Extract<PosterBlock, { kind: 'card' }>, { x, y, width, measure }: Room): Laid {
  const { colour, radius = 0, padding, edge = '' } = block
  const inside = layColumn(block.blocks, { x: x + padding, y: y + padding, width: width - 2 * padding, measure })
  const height = inside.height + 2 * padding
  const boxes: Drawing[] = colour === undefined ? [] : [{ kind: 'box', x, y, width, height, colour, radius, edge }]
  return { drawings: [...boxes, ...inside.drawings], height }
}

function layRow({ gap, columns }: Extract<PosterBlock, { kind: 'row' }>, room: Room): Laid {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = room.width - gap * (columns.length - 1)
  const widths = columns.map(({ share }) => (free * share) / shares)
  const heights = columns.map(({ blocks }, at) => layColumn(blocks, { ...room, width: widths[at] ?? 0 }).height)
  const height = Math.max(0, ...heights)
  let x = room.x
  const drawings = columns.flatMap(({ blocks }, at) => {
    const width = widths[at] ?? 0
    const laid = layColumn(blocks, { ...room, x, width, y: room.y + (height - (heights[at] ?? 0)) / 2 })
    x += width + gap
    return laid.drawings
  })
  return { drawings, height }
}

function layBlock(block: PosterBlock, room: Room): Laid {
  const { x, y, width } = room
  switch (block.kind) {
    case 'text':
      return layText(block, room)
    case 'picture':
      return layPicture(block, room)
    case 'card':
      return layCard(block, room)
    case 'row':
      return layRow(block, room)
    case 'gap':
      return { drawings: [], height: block.height }
    case 'hills': {
      const { height, radius = 0 } = block
      return { drawings: [{ kind: 'hills', x, y, width, height, radius }], height }
    }
    case 'line':
      return {
        drawings: [{ kind: 'box', x, y, width, height: 1, colour: block.colour, radius: 0, edge: '' }],
        height: 1,
      }
  }
}

function layColumn(blocks: readonly PosterBlock[], room: Room): Laid {
  let height = 0
  const drawings = blocks.flatMap(block => {
    const laid = layBlock(block, { ...room, y: room.y + height })
    height += laid.height
    return laid.drawings
  })
  return { drawings, height }
}

export interface PosterLayout {
  width: number
  height: number
  drawings: Drawing[]
}

/** Where everything on a poster lies, and how high it becomes. */
export function layOutPoster(poster: PosterDescription, measure: MeasureLetters): PosterLayout {
  const { width, padding, background, blocks } = poster
  const laid = layColumn(blocks, { x: padding, y: padding, width: width - 2 * padding, measure })
  const height = Math.ceil(laid.height + 2 * padding)
  const ground: Drawing = { kind: 'box', x: 0, y: 0, width, height, colour: background, radius: 0, edge: '' }
  return { width, height, drawings: [ground, ...laid.drawings] }
}

/** The part of a picture that fills a room of this shape, cut evenly at the edges. */
export function covering(picture: { width: number; height: number }, room: { width: number; height: number }): Box {
  const scale = Math.min(picture.width / room.width, picture.height / room.height)
  const width = room.width * scale
  const height = room.height * scale
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}

/** No side of a canvas may be longer on a phone. */
const LONGEST_SIDE = 4096

/** Pixels to a px: the screen's, or fewer where the canvas would become too large. */
export const pixelsPer = ({ width, height }: { width: number; height: number }, screen: number): number =>
  Math.min(screen, LONGEST_SIDE / Math.max(width, height))
