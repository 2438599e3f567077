import { countOf, rendered, tapped, textAt } from '../../support/simulated'

describe('option row', () => {
  const option = (chosen: boolean, role = 'radio') =>
    rendered('option-row', { letter: 'B', text: '轻度污染', position: 1, chosen, role })

  test('shows its letter and text and tells its position', async () => {
    const row = option(false)
    expect([textAt(row, '.letter'), textAt(row, '.text')]).toEqual(['B', '轻度污染'])
    expect(countOf(row, '.chosen')).toBe(0)
    expect(await tapped(row, '.option', 'choose')).toEqual([{ position: 1 }])
  })

  test('is marked when chosen; where several may be, by a tick in place of the letter', () => {
    expect(textAt(option(true), '.chosen .letter')).toBe('B')
    expect(textAt(option(true, 'checkbox'), '.chosen .letter')).toBe('')
  })
})

describe('action button', () => {
  const button = (state: object) => rendered('action-button', { text: '交卷', ...state })

  test('is pressed', async () => {
    expect(await tapped(button({}), '.button', 'press')).toHaveLength(1)
  })

  test.each([['busy'], ['disabled']])('is not pressed while %s', async state => {
    expect(await tapped(button({ [state]: true }), '.button', 'press')).toEqual([])
  })
})

describe('progress dashes', () => {
  const marks = ['done', 'here', 'blank'].map(state => ({ state, label: state }))

  test('draw one dash a question and are the way to all of them', async () => {
    const dashes = rendered('progress-dashes', { marks, label: '第 2 题，共 3 题' })
    expect([countOf(dashes, '.line'), countOf(dashes, '.done'), countOf(dashes, '.here')]).toEqual([3, 1, 1])
    expect(await tapped(dashes, '.dashes', 'open')).toHaveLength(1)
  })
})

describe('question grid', () => {
  const marks = ['done', 'here', 'blank'].map(state => ({ state, done: state === 'done', label: state }))

  test('numbers every question, marks what is done, and jumps to the one tapped', async () => {
    const grid = rendered('question-grid', { marks })
    expect([countOf(grid, '.cell'), countOf(grid, '.mark'), countOf(grid, '.here')]).toEqual([3, 1, 1])
    expect(await tapped(grid, '.cell', 'jump')).toEqual([{ position: 0 }])
  })
})

describe('segment row', () => {
  test('marks the value and tells the one tapped', async () => {
    const options = [
      { value: 'light', text: '浅色' },
      { value: 'dark', text: '深色' },
    ]
    const row = rendered('segment-row', { options, value: 'dark', label: '明暗' })
    expect(textAt(row, '.chosen')).toBe('深色')
    expect(await tapped(row, '.segment', 'choose')).toEqual([{ value: 'light' }])
  })
})

describe('activity row', () => {
  test('tells which activity was tapped', async () => {
    const row = rendered('activity-row', {
      kind: 'explainers',
      name: '讲解员',
      summary: '',
      icon: 'mic',
      tag: '还剩 2 天',
    })
    expect(await tapped(row, '.row', 'open')).toEqual([{ kind: 'explainers' }])
  })
})

describe('state panel', () => {
  const panel = (phase: string) => rendered('state-panel', { phase, problem: '网络断开了。' })

  const wordsOf = (phase: string) => panel(phase).parent.textContent.trim()

  test('shows the shape of what comes while it loads, the sentence and a way on when it failed, nothing over content', () => {
    expect(panel('loading').parent.innerHTML).toContain('skeleton')
    expect(wordsOf('loading')).toBe('')
    expect(wordsOf('failed')).toBe('网络断开了。再试一次')
    expect(wordsOf('empty')).toBe('网络断开了。')
    expect(panel('ready').parent.innerHTML).not.toMatch(/skeleton|empty/)
  })
})
