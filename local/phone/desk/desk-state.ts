import type { Theme } from '../phone-api'

/** What stands in the address of the desk: a reload, a bookmark or a test finds the desk as it was. */
export interface DeskState {
  theme: Theme
  fontScale: number
  /** px of the screens */
  width: number
  phones: 1 | 2
  /** persona ids, one per phone; '' for the next one in the list */
  personas: [string, string]
  /** pages to open first, one per phone */
  paths: [string, string]
}

export const USUAL_WIDTH = 390
const NARROWEST = 280
const WIDEST = 1024

function widthFrom(text: string): number {
  const width = Math.round(Number(text))
  return width >= NARROWEST && width <= WIDEST ? width : USUAL_WIDTH
}

export function readState(address: URL): DeskState {
  const query = address.searchParams
  const text = (name: string) => query.get(name) ?? ''
  const fontScale = Number(text('fontScale'))
  return {
    theme: text('theme') === 'dark' ? 'dark' : 'light',
    fontScale: fontScale > 0 ? fontScale : 1,
    width: widthFrom(text('width')),
    phones: text('phones') === '2' ? 2 : 1,
    personas: [text('persona'), text('persona2')],
    paths: [text('path'), text('path2')],
  }
}

export function writeState({ theme, fontScale, width, phones, personas, paths }: DeskState): void {
  const query = new URLSearchParams()
  const set = (name: string, value: string, usual: string) => {
    if (value !== usual) query.set(name, value)
  }
  set('phones', String(phones), '1')
  set('persona', personas[0], '')
  set('path', paths[0], '')
  if (phones === 2) {
    set('persona2', personas[1], '')
    set('path2', paths[1], '')
  }
  set('theme', theme, 'light')
  set('fontScale', String(fontScale), '1')
  set('width', String(width), String(USUAL_WIDTH))
  const text = query.toString()
  history.replaceState(null, '', text === '' ? location.pathname : `?${text}`)
}
