import { paintHills } from './poster-hills'
import { covering, type Drawing, type MeasureLetters } from './poster-layout'

type Brush = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D
export type PosterPicture = WechatMiniprogram.Image

const fontOf = (size: number, bold: boolean): string => `${bold ? 'bold' : 'normal'} ${size}px sans-serif`

export const measuredBy =
  (brush: Brush): MeasureLetters =>
  (text, size, bold) => {
    brush.font = fontOf(size, bold)
    return brush.measureText(text).width
  }

interface Rounded {
  x: number
  y: number
  width: number
  height: number
  radius: number
}

function outline(brush: Brush, { x, y, width, height, radius }: Rounded): void {
  const corner = Math.min(radius, width / 2, height / 2)
  brush.beginPath()
  brush.moveTo(x + corner, y)
  brush.arcTo(x + width, y, x + width, y + height, corner)
  brush.arcTo(x + width, y + height, x, y + height, corner)
  brush.arcTo(x, y + height, x, y, corner)
  brush.arcTo(x, y, x + width, y, corner)
  brush.closePath()
}

function paintBox(brush: Brush, box: Extract<Drawing, { kind: 'box' }>): void {
  outline(brush, box)
  brush.fillStyle = box.colour
  brush.fill()
  if (box.edge === '') return
  brush.strokeStyle = box.edge
  brush.lineWidth = 1
  brush.stroke()
}

function paintPicture(brush: Brush, room: Extract<Drawing, { kind: 'picture' }>, picture: PosterPicture): void {
  const part = covering(picture, room)
  brush.save()
  outline(brush, room)
  brush.clip()
  brush.drawImage(picture, part.x, part.y, part.width, part.height, room.x, room.y, room.width, room.height)
  brush.restore()
}

function paintClippedHills(brush: Brush, room: Extract<Drawing, { kind: 'hills' }>): void {
  brush.save()
  // Only its upper corners are round: it stands at the top of something.
  outline(brush, { ...room, height: room.height + room.radius })
  brush.clip()
  paintHills(brush, room)
  brush.restore()
}

function paintLetters(brush: Brush, letters: Extract<Drawing, { kind: 'letters' }>): void {
  brush.font = fontOf(letters.size, letters.bold)
  brush.fillStyle = letters.colour
  brush.textAlign = letters.align
  brush.textBaseline = 'middle'
  brush.fillText(letters.text, letters.x, letters.y)
}

/** Paints a laid-out poster; a picture that is not among `pictures` leaves its room free. */
export function paintPoster(
  brush: Brush,
  drawings: readonly Drawing[],
  pictures: ReadonlyMap<string, PosterPicture>,
): void {
  for (const drawing of drawings) {
    if (drawing.kind === 'box') paintBox(brush, drawing)
    else if (drawing.kind === 'letters') paintLetters(brush, drawing)
    else if (drawing.kind === 'hills') paintClippedHills(brush, drawing)
    else {
      const picture = pictures.get(drawing.src)
      if (picture) paintPicture(brush, drawing, picture)
    }
  }
}
