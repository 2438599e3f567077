import type { Drawing } from '../../../miniprogram/lib/poster-layout'
import { paintPoster } from '../../../miniprogram/lib/poster-paint'

const written = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : 'object'

/** What is asked of the brush, word by word; the canvas itself is the platform's. */
function painted(drawings: readonly Drawing[], pictures = new Map<string, object>()): string[] {
  const said: string[] = []
  const brush = new Proxy(
    {},
    {
      get:
        (_target, name) =>
        (...values: unknown[]) => {
          said.push([String(name), ...values.map(written)].join(' '))
          return { addColorStop: () => undefined }
        },
      set: (_target, name, value) => said.push(`${String(name)} = ${written(value)}`) > 0,
    },
  )
  Reflect.apply(paintPoster, undefined, [brush, drawings, pictures])
  return said
}

test('letters are written in their size, weight, colour and place', () => {
  const letters: Drawing = {
    kind: 'letters',
    text: '今天',
    x: 10,
    y: 20,
    size: 24,
    bold: true,
    colour: '#12312a',
    align: 'center',
  }
  expect(painted([letters])).toEqual([
    'font = bold 24px sans-serif',
    'fillStyle = #12312a',
    'textAlign = center',
    'textBaseline = middle',
    'fillText 今天 10 20',
  ])
})

test('a picture fills its room from its middle, and only its room', () => {
  const room: Drawing = { kind: 'picture', src: 'code', x: 0, y: 0, width: 50, height: 50, radius: 8 }
  const said = painted([room], new Map([['code', { width: 200, height: 100 }]]))
  expect([said[0], said.at(-3), said.at(-2), said.at(-1)]).toEqual([
    'save',
    'clip',
    'drawImage object 50 0 100 100 0 0 50 50',
    'restore',
  ])
})

test('what clips is taken away again, also around the hills', () => {
  const said = painted([{ kind: 'hills', x: 0, y: 0, width: 375, height: 160, radius: 20 }])
  expect(said.filter(line => line === 'save').length).toBeGreaterThan(0)
  expect(said.filter(line => line === 'save')).toHaveLength(said.filter(line => line === 'restore').length)
})

test('a card has its line only where it is given one', () => {
  const box = (edge: string): Drawing => ({
    kind: 'box',
    x: 0,
    y: 0,
    width: 9,
    height: 9,
    colour: '#fff',
    radius: 2,
    edge,
  })
  const strokes = ['', '#ccc'].map(edge => painted([box(edge)]).filter(line => line.startsWith('stroke')))
  expect(strokes).toEqual([[], ['strokeStyle = #ccc', 'stroke']])
})
