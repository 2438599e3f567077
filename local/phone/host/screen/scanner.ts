import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'
import { showSheet } from './sheet'

export interface ScannerWish<Found> {
  /** What a picture of the album holds, undefined where nothing can be read in it; absent where no picture is wanted. */
  fromPicture?: () => Promise<Found | undefined>
  /** What a code with this text answers; absent where no such code is wanted. */
  fromText?: (text: string) => Found
}

type Tell<Found> = (found: Found) => void

function typing<Found>(fromText: (text: string) => Found, tell: Tell<Found>): HTMLElement[] {
  const field = h('input', { class: 'scanner-field', 'aria-label': '码里的内容', placeholder: '码里的内容' })
  const scanned = button({ class: 'sheet-item' }, '扫到了', () => {
    tell(fromText(field.value))
  })
  return [field, scanned]
}

function choosing<Found>(fromPicture: () => Promise<Found | undefined>, tell: Tell<Found>): HTMLElement[] {
  const note = h('div', { class: 'scanner-note', role: 'status' })
  const look = async () => {
    const found = await fromPicture()
    if (found === undefined) note.textContent = '没有在图片里认出码'
    else tell(found)
  }
  return [note, button({ class: 'sheet-item' }, '从相册选取', () => void look())]
}

/** There is no camera here: a code is a picture, or its text is typed. Undefined when the person left without one. */
export function askScanner<Found>(overlays: Overlays, wish: ScannerWish<Found>): Promise<Found | undefined> {
  const { fromPicture, fromText } = wish
  return new Promise(resolve => {
    const tell = (found: Found) => {
      remove()
      resolve(found)
    }
    const content = [
      h('div', { class: 'sheet-title' }, '扫一扫'),
      ...(fromText ? typing(fromText, tell) : []),
      ...(fromPicture ? choosing(fromPicture, tell) : []),
    ]
    const remove = showSheet(overlays, '扫一扫', content, () => {
      resolve(undefined)
    })
  })
}
