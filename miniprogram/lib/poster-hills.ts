type Brush = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D
type Curve = readonly [number, number, number, number, number, number]

/** The hills of the home page, as curves, because a canvas on a phone cannot be trusted with an SVG. */
const BOX = { width: 375, height: 190 } as const
const SUN = { x: 300, y: 62, radius: 26, colour: '#f2b233' } as const
const SKY = ['#d5ecdf', '#f5f1d9'] as const

interface Layer {
  colour: string
  from: number
  curves: readonly Curve[]
}

const LAYERS: readonly Layer[] = [
  {
    colour: '#bfe0cd',
    from: 92,
    curves: [
      [46, 58, 92, 56, 140, 84],
      [188, 112, 226, 106, 268, 80],
      [310, 54, 342, 56, 375, 72],
    ],
  },
  {
    colour: '#86c1a2',
    from: 118,
    curves: [
      [60, 88, 112, 96, 164, 120],
      [216, 144, 276, 140, 375, 90],
    ],
  },
  {
    colour: '#2b8f64',
    from: 146,
    curves: [
      [58, 120, 120, 116, 196, 138],
      [272, 160, 320, 156, 375, 130],
    ],
  },
]

function paintLayer(brush: Brush, { colour, from, curves }: Layer): void {
  brush.beginPath()
  brush.moveTo(0, from)
  for (const curve of curves) brush.bezierCurveTo(...curve)
  brush.lineTo(BOX.width, BOX.height)
  brush.lineTo(0, BOX.height)
  brush.closePath()
  brush.fillStyle = colour
  brush.fill()
}

/** Round in a room of any shape. */
function paintSun(brush: Brush, { width, height }: { width: number; height: number }): void {
  const [across, down] = [width / BOX.width, height / BOX.height]
  const radius = SUN.radius * Math.min(across, down)
  brush.save()
  brush.translate(SUN.x, SUN.y)
  brush.scale(1 / across, 1 / down)
  brush.beginPath()
  brush.arc(0, 0, radius, 0, 2 * Math.PI)
  brush.fillStyle = SUN.colour
  brush.fill()
  brush.restore()
}

/** Paints sky, sun and hills into a room; whatever clips the brush clips them. */
export function paintHills(brush: Brush, room: { x: number; y: number; width: number; height: number }): void {
  brush.save()
  brush.translate(room.x, room.y)
  brush.scale(room.width / BOX.width, room.height / BOX.height)
  const sky = brush.createLinearGradient(0, 0, 0, BOX.height)
  sky.addColorStop(0, SKY[0])
  sky.addColorStop(1, SKY[1])
  brush.fillStyle = sky
  brush.fillRect(0, 0, BOX.width, BOX.height)
  paintSun(brush, room)
  for (const layer of LAYERS) paintLayer(brush, layer)
  brush.restore()
}
