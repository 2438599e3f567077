import { figureWords } from '../../copy/figures'
import { isPoster, type PosterDescription } from '../../lib/poster-description'
import { type Drawing, layOutPoster, pixelsPer } from '../../lib/poster-layout'
import { measuredBy, paintPoster, type PosterPicture } from '../../lib/poster-paint'

type Canvas = WechatMiniprogram.Canvas

const isCanvas = (node: unknown): node is Canvas => typeof node === 'object' && node !== null && 'getContext' in node

function load(canvas: Canvas, src: string): Promise<PosterPicture> {
  return new Promise((resolve, reject) => {
    const picture = canvas.createImage()
    picture.onload = () => {
      resolve(picture)
    }
    picture.onerror = () => {
      reject(new Error(src))
    }
    picture.src = src
  })
}

async function loadAll(canvas: Canvas, drawings: readonly Drawing[]): Promise<Map<string, PosterPicture>> {
  const sources = new Set(drawings.flatMap(drawing => (drawing.kind === 'picture' ? [drawing.src] : [])))
  const pictures = await Promise.all([...sources].map(async src => [src, await load(canvas, src)] as const))
  return new Map(pictures)
}

async function paint(canvas: Canvas, poster: PosterDescription): Promise<string> {
  const brush = canvas.getContext('2d')
  const { width, height, drawings } = layOutPoster(poster, measuredBy(brush))
  const pictures = await loadAll(canvas, drawings)
  const pixels = pixelsPer({ width, height }, wx.getWindowInfo().pixelRatio)
  canvas.width = Math.round(width * pixels)
  canvas.height = Math.round(height * pixels)
  brush.scale(pixels, pixels)
  paintPoster(brush, drawings, pictures)
  // Without a size the client makes the picture larger than the canvas by the screen's pixels once more.
  const size = { destWidth: canvas.width, destHeight: canvas.height }
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png', ...size })
  return tempFilePath
}

/**
 * A picture made on the phone from a description (lib/poster-description.ts), shown as wide as its place and pressed long to be
 * kept or sent on. Events `ready` with its path, `failed` where it cannot be painted or a picture in it does not come.
 */
Component({
  properties: {
    poster: { type: Object, value: {} },
    /** What it says, for who cannot see it. */
    label: String,
  },
  data: { path: '', words: figureWords, round: 0 },
  lifetimes: {
    ready() {
      this.begin()
    },
  },
  observers: {
    poster() {
      if (this.data.round > 0) this.begin()
    },
  },
  methods: {
    /** Paints anew; what an earlier, slower painting brings is then no longer shown. */
    begin() {
      const round = this.data.round + 1
      this.setData({ round })
      this.createSelectorQuery()
        .select('.canvas')
        .fields({ node: true }, found => {
          const node: unknown = found['node']
          if (isCanvas(node)) void this.paintOn(node, round)
          else this.fail(round)
        })
        .exec()
    },
    async paintOn(canvas: Canvas, round: number) {
      const { poster } = this.data
      if (!isPoster(poster)) return
      try {
        this.finish(round, await paint(canvas, poster))
      } catch {
        this.fail(round)
      }
    },
    finish(round: number, path: string) {
      if (round !== this.data.round) return
      this.setData({ path })
      this.triggerEvent('ready', { path })
    },
    fail(round: number) {
      if (round === this.data.round) this.triggerEvent('failed')
    },
  },
})
