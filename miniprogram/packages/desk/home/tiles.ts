import { tileFailed, tileWords } from '../../../copy/desk'
import type { WayName } from './ways'

export type TileName = keyof typeof tileWords

/** A number that waits for the organiser, and where it leads. */
export interface Tile {
  name: TileName
  value: string
  label: string
  tone: string
  failed: boolean
  way: WayName
}

const WAYS: Record<TileName, WayName> = { applied: 'units', missing: 'liaisons', texts: 'texts' }
const NAMES = ['applied', 'missing', 'texts'] as const

const tile = (name: TileName): Tile => ({
  name,
  value: '…',
  label: tileWords[name],
  tone: '',
  failed: false,
  way: WAYS[name],
})

export const waitingTiles = (): Tile[] => NAMES.map(tile)

/** What is late stands out; what is done is green. */
export function counted(name: TileName, count: number, value: string): Tile {
  const tone = name === 'missing' ? 'earth' : ''
  return { ...tile(name), value, tone: count === 0 ? 'green' : tone }
}

export const broken = (name: TileName): Tile => ({
  ...tile(name),
  value: '—',
  label: tileFailed(tileWords[name]),
  failed: true,
})
