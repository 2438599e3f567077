import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificatePoster } from '../../../miniprogram/lib/poster-certificate'
import { posterColours } from '../../../miniprogram/lib/poster-colours'
import type { PosterBlock } from '../../../miniprogram/lib/poster-description'
import { covering, layOutPoster, pixelsPer } from '../../../miniprogram/lib/poster-layout'
import { wrapText } from '../../../miniprogram/lib/poster-text'

/** Chinese letters are ten wide, all others five. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (/[\u2e80-\uffef—…“”]/u.test(letter) ? 10 : 5), 0)

describe('lines of Chinese', () => {
  test.each([
    ['between any two letters', '今天认识一位邻居', 40, ['今天认识', '一位邻居']],
    ['no comma begins a line', '今天认识，一位', 40, ['今天认', '识，一位']],
    ['no run of marks begins a line', '他说：“好。”然后', 50, ['他说：', '“好。”然', '后']],
    ['no opening mark ends a line', '作品《清晨的翠鸟》', 30, ['作品', '《清晨', '的翠', '鸟》']],
    ['words and numbers stay whole', '浓度 PM2.5 是 75', 45, ['浓度', 'PM2.5 是', '75']],
    ['a percent sign stays with its number', '还有百分之5%', 50, ['还有百分之', '5%']],
    ['a dash is not torn', '守望者——城市', 40, ['守望', '者——城', '市']],
    ['a word wider than the line is cut', 'abcdefgh', 20, ['abcd', 'efgh']],
    ['a break that is asked for', '第一行\n第二行', 100, ['第一行', '第二行']],
    ['an empty line stays', '上\n\n下', 100, ['上', '', '下']],
    ['nothing is one empty line', '', 100, ['']],
  ])('%s', (_rule, text, width, lines) => {
    expect(wrapText(text, width, measure)).toEqual(lines)
  })

  test('more than may be ends in an ellipsis within the width', () => {
    expect(wrapText('今天认识一位邻居吧', 40, measure, 2)).toEqual(['今天认识', '一位邻…'])
    expect(wrapText('今天认识', 40, measure, 1)).toEqual(['今天认识'])
  })

  const letters = fc.constantFrom(...Array.from('今天认识一位邻居，。、！？（）《》“”…—%abc123 '))

  test('whatever is written: nothing is lost, and nothing is wider than the line', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 30, max: 120 }), (written, width) => {
        const text = written.join('')
        const lines = wrapText(text, width, measure)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(lines.filter(line => measure(line) > width)).toEqual([])
      }),
    )
  })
})

describe('layout', () => {
  const lay = (...blocks: PosterBlock[]) =>
    layOutPoster({ width: 100, padding: 10, background: '#fff', blocks }, measure)

  test('stacks what it is given and grows with the text', () => {
    const text: PosterBlock = { kind: 'text', text: '今天认识一位邻居吧', size: 10, line: 20, colour: '#000' }
    const { height, drawings } = lay(text, { kind: 'gap', height: 5 }, { kind: 'line', colour: '#ccc' })
    expect(height).toBe(66)
    expect(drawings).toEqual([
      { kind: 'box', x: 0, y: 0, width: 100, height: 66, colour: '#fff', radius: 0, edge: '' },
      { kind: 'letters', text: '今天认识一位邻居', x: 10, y: 20, size: 10, bold: false, colour: '#000', align: 'left' },
      { kind: 'letters', text: '吧', x: 10, y: 40, size: 10, bold: false, colour: '#000', align: 'left' },
      { kind: 'box', x: 10, y: 55, width: 80, height: 1, colour: '#ccc', radius: 0, edge: '' },
    ])
  })

  test('puts columns side by side, centred on one another', () => {
    const picture: PosterBlock = { kind: 'picture', src: 'code', ratio: 1 }
    const columns = [
      { share: 1, blocks: [{ kind: 'text', text: '好', size: 10, line: 10, colour: '#000', align: 'right' } as const] },
      { share: 1, blocks: [picture] },
    ]
    const { height, drawings } = lay({ kind: 'row', gap: 20, columns })
    expect(height).toBe(50)
    expect(drawings.slice(1)).toEqual([
      { kind: 'letters', text: '好', x: 40, y: 25, size: 10, bold: false, colour: '#000', align: 'right' },
      { kind: 'picture', src: 'code', x: 60, y: 10, width: 30, height: 30, radius: 0 },
    ])
  })

  test('paints a card before what lies on it', () => {
    const { height, drawings } = lay({
      kind: 'card',
      colour: '#eee',
      radius: 8,
      padding: 4,
      blocks: [{ kind: 'picture', src: 'hill', ratio: 2, width: 36, align: 'center' }],
    })
    expect(height).toBe(46)
    expect(drawings.slice(1)).toEqual([
      { kind: 'box', x: 10, y: 10, width: 80, height: 26, colour: '#eee', radius: 8, edge: '' },
      { kind: 'picture', src: 'hill', x: 32, y: 14, width: 36, height: 18, radius: 0 },
    ])
  })

  test.each([
    [
      { width: 200, height: 100 },
      { width: 50, height: 50 },
      { x: 50, y: 0, width: 100, height: 100 },
    ],
    [
      { width: 100, height: 300 },
      { width: 50, height: 50 },
      { x: 0, y: 100, width: 100, height: 100 },
    ],
    [
      { width: 80, height: 60 },
      { width: 40, height: 30 },
      { x: 0, y: 0, width: 80, height: 60 },
    ],
  ])('of a picture %j a room %j shows %j', (picture, room, part) => {
    expect(covering(picture, room)).toEqual(part)
  })

  test('is drawn as finely as the screen, but never larger than a canvas may be', () => {
    expect(pixelsPer({ width: 375, height: 700 }, 3)).toBe(3)
    expect(pixelsPer({ width: 375, height: 2048 }, 3)).toBe(2)
  })
})

describe('certificate', () => {
  const facts = {
    title: '荣誉证书',
    series: '2026 · 云科普',
    name: '周小舟',
    deed: '获一等奖。',
    issuer: '组织方',
    date: '2026 年 10 月 31 日',
    number: 'YKP-2026-000128',
    code: '7F3A-92C1',
  }

  const lettersOf = (codePicture?: string) =>
    layOutPoster(certificatePoster(facts, codePicture), measure).drawings.flatMap(drawing =>
      drawing.kind === 'letters' ? [drawing.text] : [],
    )

  test('says all that the one on the page says', () => {
    const said = lettersOf().join('\n')
    expect(Object.values(facts).filter(fact => !said.includes(fact))).toEqual([])
  })

  test('shows the code where there is one', () => {
    const sources = (codePicture?: string) =>
      layOutPoster(certificatePoster(facts, codePicture), measure).drawings.flatMap(drawing =>
        drawing.kind === 'picture' ? [drawing.src] : [],
      )
    expect([sources(), sources('code.png')]).toEqual([[], ['code.png']])
  })

  test('wears the colours of day', () => {
    const tokens = readFileSync(join(__dirname, '../../../miniprogram/styles/colours.wxss'), 'utf8')
    const day = tokens.slice(tokens.indexOf('.light {'), tokens.indexOf('.dark {'))
    expect(Object.values(posterColours).filter(colour => !day.includes(colour))).toEqual([])
  })
})
