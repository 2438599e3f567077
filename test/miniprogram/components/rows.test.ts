import { countOf, rendered, tapped, textAt } from '../../support/simulated'

const textsAt = ({ component }: ReturnType<typeof rendered>, selector: string): string[] =>
  component.querySelectorAll(selector).map(found => found.dom?.textContent ?? '')

describe('ranking row', () => {
  const row = (properties: object) =>
    rendered('ranking-row', {
      place: 2,
      name: '林间小溪',
      unit: '山西大学',
      score: '986',
      measure: '分',
      ...properties,
    })

  test('wears a medal on the first three places only', () => {
    const medals = [1, 3, 4, 1286].map(place => [textAt(row({ place }), '.disc'), textAt(row({ place }), '.number')])
    expect(medals).toEqual([
      ['1', ''],
      ['3', ''],
      ['', '4'],
      ['', '1286'],
    ])
  })

  test('says whose it is, and marks one’s own', () => {
    expect([textAt(row({}), '.name'), textAt(row({}), '.unit'), textAt(row({}), '.score')]).toEqual([
      '林间小溪',
      '山西大学',
      '986分',
    ])
    expect([countOf(row({}), '.own'), countOf(row({ own: true }), '.own'), textAt(row({ own: true }), '.me')]).toEqual([
      0,
      1,
      '我',
    ])
  })

  test('opens only where it can be opened', async () => {
    expect(await tapped(row({}), '.row', 'open')).toEqual([])
    expect(await tapped(row({ opens: true }), '.row', 'open')).toEqual([{ place: 2 }])
  })
})

describe('avatar', () => {
  const classOf = (name: string): string =>
    rendered('avatar', { name }).component.querySelector('.avatar')?.dom?.className ?? ''

  test('shows the first letter, also of a name with letters beyond the first plane', () => {
    expect([
      textAt(rendered('avatar', { name: '林同学' }), '.avatar'),
      textAt(rendered('avatar', { name: '𠮷野' }), '.avatar'),
    ]).toEqual(['林', '𠮷'])
  })

  test('has the same tint for the same name, and not one tint for all', () => {
    expect(classOf('翠鸟')).toBe(classOf('翠鸟'))
    expect(new Set(['翠鸟', '林同学', '溪', '山', '周'].map(classOf)).size).toBeGreaterThan(1)
  })

  test('shows the picture where there is one', () => {
    const shown = rendered('avatar', { name: '林', src: '/a.png' })
    expect([countOf(shown, '.picture'), textAt(shown, '.avatar')]).toEqual([1, ''])
  })
})

describe('media tile', () => {
  const tile = (properties: object) =>
    rendered('media-tile', { value: 'w1', src: '/a.png', title: '清晨的翠鸟', credit: '摄影 · 周同学', ...properties })

  test('keeps the room of its ratio before the picture comes', () => {
    const room = tile({ ratio: 0.8 }).component.querySelector('.room')?.dom
    expect(room?.getAttribute('style')).toContain('padding-top: 125%')
  })

  test('tells a video from a picture', () => {
    const video = tile({ kind: 'video', duration: '3:42' })
    expect([countOf(video, '.play'), textAt(video, '.duration')]).toEqual([1, '3:42'])
    expect([countOf(tile({}), '.play'), countOf(tile({}), '.duration')]).toEqual([0, 0])
  })

  test('says so when the picture does not come', () => {
    expect(textAt(tile({ src: '' }), '.sorry')).toBe('图片没有打开')
    expect([countOf(tile({}), '.sorry'), countOf(tile({}), '.picture')]).toEqual([0, 1])
  })

  test('tells which one was tapped', async () => {
    expect(await tapped(tile({}), '.tile', 'open')).toEqual([{ value: 'w1' }])
  })
})

describe('timeline', () => {
  test('shows each step with its state, time and note', () => {
    const steps = [
      { title: '交上作品', time: '6 月 3 日', state: 'done' },
      { title: '评审', note: '三位评委', state: 'current' },
      { title: '公布', state: 'todo' },
    ]
    const timeline = rendered('timeline-steps', { steps, label: '经过' })
    expect(textsAt(timeline, '.done .title')).toEqual(['交上作品'])
    expect(textsAt(timeline, '.current .title')).toEqual(['评审'])
    expect(textsAt(timeline, '.todo .title')).toEqual(['公布'])
    expect([textsAt(timeline, '.time'), textsAt(timeline, '.note')]).toEqual([['6 月 3 日', '', ''], ['三位评委']])
  })
})

describe('receipt', () => {
  const receipt = () =>
    rendered('receipt-card', { title: '这一票已记入', number: '7F3A-92C1d04e5', text: '下午封存。' })

  test('groups its number so that it can be read aloud', () => {
    expect(textAt(receipt(), '.groups')).toBe('7F3A 92C1 d04e 5')
  })

  test('hands on the number as it is', async () => {
    expect(await tapped(receipt(), '.copy', 'copy')).toEqual([{ number: '7F3A-92C1d04e5' }])
  })
})

describe('notice', () => {
  test('has a button only where something can be done', async () => {
    expect(countOf(rendered('notice-bar', { text: '票数封存后公布。' }), '.action')).toBe(0)
    const notice = rendered('notice-bar', { text: '有两处要改。', action: '去看看', tone: 'earth' })
    expect([textAt(notice, '.text'), textAt(notice, '.action')]).toEqual(['有两处要改。', '去看看'])
    expect(await tapped(notice, '.action', 'act')).toHaveLength(1)
  })
})

describe('tiles, chips and links', () => {
  test('a number says what it counts, and opens only where it can', async () => {
    const tile = (opens: boolean) => rendered('stat-tile', { value: '48', label: '待初审作品', opens })
    expect([textAt(tile(true), '.value'), textAt(tile(true), '.label')]).toEqual(['48', '待初审作品'])
    expect(await tapped(tile(true), '.tile', 'open')).toHaveLength(1)
    expect(await tapped(tile(false), '.tile', 'open')).toEqual([])
  })

  test('a unit shows where it stands, and opens only where it can', async () => {
    const chip = (opens: boolean) => rendered('unit-chip', { name: '太原植物园', state: '待确认', opens })
    expect([textAt(chip(true), '.name'), textAt(chip(true), '.state')]).toEqual(['太原植物园', '待确认'])
    expect(await tapped(chip(true), '.chip', 'open')).toHaveLength(1)
    expect(await tapped(chip(false), '.chip', 'open')).toEqual([])
  })

  test('a link says what waits behind it and which it was', async () => {
    const link = rendered('link-row', { value: 'screening', title: '初审', note: '最早的已等 2 天', badge: '48' })
    expect([textAt(link, '.title'), textAt(link, '.note')]).toEqual(['初审', '最早的已等 2 天'])
    expect(textAt(link, '.end')).toContain('48')
    expect(await tapped(link, '.row', 'open')).toEqual([{ value: 'screening' }])
  })

  test('a fact stands beside its label', () => {
    const fact = rendered('fact-row', { label: '地点', value: '太原' })
    expect([textAt(fact, '.label'), textAt(fact, '.value')]).toEqual(['地点', '太原'])
  })
})
