import { countOf, rendered, textAt } from '../../support/simulated'

const days = [
  { label: '7 月 1 日', value: 12 },
  { label: '7 月 2 日', value: 56 },
  { label: '7 月 3 日', value: 30 },
]

const textsAt = ({ component }: ReturnType<typeof rendered>, selector: string): string[] =>
  component.querySelectorAll(selector).map(found => found.dom?.textContent ?? '')

describe('trend chart', () => {
  test('names the first and the last day and the highest', () => {
    const chart = rendered('trend-chart', { points: days, name: '答题的人', unit: '人' })
    expect([textAt(chart, '.first'), textAt(chart, '.latest'), textAt(chart, '.words')]).toEqual([
      '7 月 1 日 · 12',
      '7 月 3 日 · 30',
      '最高 56 · 7 月 2 日',
    ])
  })

  test('of one day names it once; of none says that there is nothing', () => {
    const one = rendered('trend-chart', { points: days.slice(0, 1), name: '答题的人', unit: '人' })
    expect([textAt(one, '.first'), textAt(one, '.latest')]).toEqual(['7 月 1 日 · 12', ''])
    const none = rendered('trend-chart', { points: [], name: '答题的人', unit: '人' })
    expect([textAt(none, '.nothing'), countOf(none, '.plot')]).toEqual(['答题的人，还没有数据', 0])
  })
})

describe('distribution chart', () => {
  const bins = [
    { label: '0', count: 3 },
    { label: '50', count: 9 },
  ]

  test('marks one’s own column and says where one is', () => {
    const chart = rendered('distribution-chart', { bins, own: 1, name: '得分', unit: '人' })
    expect([countOf(chart, '.column'), countOf(chart, '.own'), textAt(chart, '.flag')]).toEqual([2, 1, '你在这里'])
  })

  test('marks none where one is in none', () => {
    const chart = rendered('distribution-chart', { bins, name: '得分', unit: '人' })
    expect([countOf(chart, '.column'), countOf(chart, '.own'), countOf(chart, '.flag')]).toEqual([2, 0, 0])
  })
})

describe('completeness chart', () => {
  test('says of each how much has come', () => {
    const rows = [
      { name: '太原市', share: 1 },
      { name: '吕梁市', share: 0.002, tone: 'sun' },
      { name: '忻州市', share: 0, tone: 'earth' },
    ]
    const chart = rendered('completeness-chart', { rows, label: '报送' })
    expect(textsAt(chart, '.name')).toEqual(['太原市', '吕梁市', '忻州市'])
    expect(textsAt(chart, '.value')).toEqual(['100%', '1%', '0%'])
    expect([countOf(chart, '.green'), countOf(chart, '.sun'), countOf(chart, '.earth')]).toEqual([1, 1, 1])
  })
})

describe('bar', () => {
  test('says its share, or what it is told to say', () => {
    expect(textAt(rendered('bar', { label: '已上传', share: 0.62 }), '.value')).toBe('62%')
    expect(textAt(rendered('bar', { label: '大气', share: 0.9, text: '9 / 10' }), '.value')).toBe('9 / 10')
  })
})

describe('ring', () => {
  const turn = (share: number): string | undefined =>
    /var\(--green\) (\d+)deg/.exec(
      rendered('ring', { share, label: '' }).component.querySelector('.band')?.dom?.getAttribute('style') ?? '',
    )?.[1]

  test('goes round as far as the share, and never further than once', () => {
    expect([0, 0.25, 1, 1.4, -1].map(turn)).toEqual(['0', '90', '360', '360', '0'])
  })
})
