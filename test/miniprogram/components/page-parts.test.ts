import { countOf, rendered, tapped, textAt } from '../../support/simulated'

/** Everything a component says, in reading order. */
const words = (shown: ReturnType<typeof rendered>): string => shown.parent.textContent.replace(/\s+/g, ' ').trim()

test('a page title says its title, its line and its tag, and leaves out what it was not given', () => {
  expect(words(rendered('page-title', { title: '寻找城市守望者', note: '学生和公众', tag: '还剩 4 天' }))).toBe(
    '寻找城市守望者学生和公众还剩 4 天',
  )
  expect(countOf(rendered('page-title', { title: '我的' }), '.note')).toBe(0)
})

test('a section leads to all of it only where there is more', async () => {
  expect(await tapped(rendered('page-section', { title: '正在进行', more: '全部' }), '.more', 'more')).toHaveLength(1)
  expect(countOf(rendered('page-section', { title: '正在进行' }), '.more')).toBe(0)
})

test('the hero greets', () => {
  const hero = rendered('home-hero', {
    series: '2026 · 生态环境云科普',
    greeting: '晚上好，',
    line: '今天认识一位邻居吧',
  })
  expect(words(hero)).toBe('2026 · 生态环境云科普晚上好，今天认识一位邻居吧')
})

test('an activity card names the activity, its days and its state, and tells which one is opened', async () => {
  const card = rendered('activity-card', {
    kind: 'quiz',
    name: '云竞答',
    window: '5 月 22 日 — 9 月 30 日',
    tag: '还剩 12 天',
  })
  expect(words(card)).toBe('云竞答5 月 22 日 — 9 月 30 日还剩 12 天')
  expect(await tapped(card, '.card', 'open')).toEqual([{ kind: 'quiz' }])
})

test('a card takes the tone it is given', () => {
  expect(countOf(rendered('card-box', { tone: 'sun', padded: true }), '.sun')).toBe(1)
  expect(countOf(rendered('card-box', {}), '.padded')).toBe(0)
})

test('what is to come has as many rows as it will have', () => {
  expect(countOf(rendered('skeleton-card', { shape: 'rows', count: 4 }), '.row')).toBe(4)
  expect(countOf(rendered('skeleton-card', { shape: 'tiles', count: 2 }), '.block')).toBe(2)
})

test('an empty place offers a way on only where there is one', () => {
  expect(words(rendered('empty-state', { title: '还没有作品', text: '第一件会是你的吗？', action: '去投稿' }))).toBe(
    '还没有作品第一件会是你的吗？去投稿',
  )
  expect(countOf(rendered('empty-state', { title: '还没有作品' }), '.action')).toBe(0)
})

test('steps are numbered in order', () => {
  const steps = rendered('steps-list', { steps: ['选类别', '上传', '提交'] })
  expect(words(steps)).toBe('1选类别2上传3提交')
})

test('the foot of a page shows the one thing to do, and the other beside it', () => {
  expect(words(rendered('action-bar', { main: '下一题', other: '上一题' }))).toBe('上一题下一题')
  expect(countOf(rendered('action-bar', { main: '下一题' }), '.other')).toBe(0)
})

test('a score stands with its unit and what it means', () => {
  expect(words(rendered('score-ring', { score: 90, unit: '分', share: 0.9, praise: '很好' }))).toBe('90分很好')
})

describe('a long list', () => {
  const items = Array.from({ length: 25 }, (_, at) => ({ id: String(at) }))

  test('is cut in chunks of ten', () => {
    expect(rendered('paged-list', { items }).parent.innerHTML.match(/<list-chunk/g)).toHaveLength(3)
  })

  test('asks for more again when it failed, and not while it waits or has ended', () => {
    const asked = (state: string) => {
      const list = rendered('paged-list', { items, state })
      let times = 0
      list.component.addEventListener('more', () => (times += 1))
      list.component.instance['more']?.()
      return times
    }
    expect(['idle', 'failed', 'loading', 'end'].map(asked)).toEqual([1, 1, 0, 0])
  })

  test('says at its foot where it stands', () => {
    const foot = (state: string) =>
      textAt(rendered('list-end', { state, count: 3, problem: '网络断开了。' }), '.foot').trim()
    expect([foot('loading'), foot('end')]).toEqual(['正在加载…', '到底了'])
    expect(foot('failed')).toContain('网络断开了。')
  })
})
