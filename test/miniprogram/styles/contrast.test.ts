import { type Declared, declarations, type Theme, tokensOf } from './tokens'

type Colour = readonly [red: number, green: number, blue: number]

/** `#rrggbb`, or `rgba(…)` lying on white: the hardest ground for the light letters that stand on glass. */
function colourOf(value: string): Colour {
  const glass = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(value)
  if (glass) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = glass.slice(1).map(Number)
    return [red * alpha + 255 * (1 - alpha), green * alpha + 255 * (1 - alpha), blue * alpha + 255 * (1 - alpha)]
  }
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map(at => parseInt(value.slice(at, at + 2), 16))
  return [red, green, blue]
}

/** WCAG 2.2, relative luminance. */
function luminance(value: string): number {
  const [red = 0, green = 0, blue = 0] = colourOf(value).map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(some: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(some), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** What text without a ground of its own may stand on. */
const SURFACES = ['paper', 'card', 'inset']

const tokenIn = (value: string | undefined): string | undefined => /^var\(--([\w-]+)\)$/.exec(value ?? '')?.[1]

const declared = declarations()

/** The ground that the same rule lays, else the one that the ink is named for, else every surface. */
const groundsOf = (ink: string, { file, selector }: Declared): string[] => {
  const laid = declared.find(
    other => other.file === file && other.selector === selector && /^background(-color)?$/.test(other.property),
  )
  const ground = tokenIn(laid?.value) ?? (ink.startsWith('on-') ? ink.slice(3) : undefined)
  return ground === undefined ? SURFACES : [ground]
}

const inUse = declared
  .filter(({ property }) => property === 'color')
  .flatMap(declaration => {
    const ink = tokenIn(declaration.value)
    return ink === undefined ? [] : groundsOf(ink, declaration).map(ground => `${ink} ${ground}`)
  })

const POETRY = ['deep hero-from', 'deep hero-to']
const pairs = [...new Set([...inUse, ...SURFACES.map(surface => `ink ${surface}`), ...POETRY])].map(pair =>
  pair.split(' '),
)

describe.each<Theme>(['light', 'dark'])('in the %s look', theme => {
  const tokens = tokensOf(theme)
  const colour = (name: string) => tokens.get(name) ?? `no token ${name}`

  test.each(pairs)('%s on %s can be read', (ink = '', ground = '') => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['green', 'water', 'earth', 'focus'])('a line of %s can be told from its ground', line => {
    for (const surface of ['paper', 'card']) expect(contrast(colour(line), colour(surface))).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is what the formula says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
})

test('the pages use enough inks for this to mean something', () => {
  expect(pairs.length).toBeGreaterThan(15)
})

const COLOUR = /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|\b(white|black|red|green|blue|gray|grey)\b/i

test('no style sheet has a colour of its own', () => {
  const own = declarations().filter(
    ({ value, property }) =>
      COLOUR.test(value.replaceAll(/var\([^)]*\)|url\([^)]*\)/g, '')) && !property.includes('mask'),
  )
  expect(own.map(({ file, selector, property, value }) => `${file} ${selector} { ${property}: ${value} }`)).toEqual([])
})

test('letters are sized by the tokens, so that the person’s own size reaches them', () => {
  const own = declarations().filter(
    ({ property, value }) => property === 'font-size' && !/^(var\(--|inherit)/.test(value),
  )
  expect(own.map(({ file, selector, value }) => `${file} ${selector} ${value}`)).toEqual([])
})
