import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'
import { showSheet } from './sheet'

const LOOKS = [
  { name: '叶', back: '#d9ead3', front: '#3f7d4f', shape: 'M30 66C30 40 46 28 70 28 70 56 56 70 36 70l-8 8z' },
  {
    name: '水滴',
    back: '#d5e6f2',
    front: '#2f74a8',
    shape: 'M50 22c14 18 22 28 22 38a22 22 0 0 1-44 0c0-10 8-20 22-38z',
  },
  { name: '山', back: '#f0e3d3', front: '#9a6a3c', shape: 'M16 72l24-38 12 18 8-10 24 30z' },
]

const pictureOf = ({ back, front, shape }: (typeof LOOKS)[number]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132" viewBox="0 0 100 100">` +
  `<rect width="100" height="100" fill="${back}"/><path d="${shape}" fill="${front}"/></svg>`

const addressOf = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** Three neutral pictures; the address of the chosen one, or undefined when none was. */
export function askAvatar(overlays: Overlays): Promise<string | undefined> {
  return new Promise(resolve => {
    const choices = LOOKS.map(look => {
      const address = addressOf(pictureOf(look))
      const picture = h('img', { src: address, alt: '', width: '64', height: '64' })
      return button({ class: 'avatar-choice', 'aria-label': `头像：${look.name}` }, picture, () => {
        remove()
        resolve(address)
      })
    })
    const row = h('div', { class: 'avatar-row' }, ...choices)
    const remove = showSheet(overlays, '选择头像', [h('div', { class: 'sheet-title' }, '选择头像'), row], () => {
      resolve(undefined)
    })
  })
}

/** The telephone hands over a picture of dots, whatever it was drawn from. */
export async function drawAvatar(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  const canvas = h('canvas', { width: '132', height: '132' })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/png')
  })
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
}
