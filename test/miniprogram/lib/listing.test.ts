import type { Paged } from '../../../miniprogram/contract/paging'
import { type Listing, listing, noListing } from '../../../miniprogram/lib/listing'
import type { View } from '../../../miniprogram/lib/live-view'
import { CallError } from '../../../miniprogram/services/call-error'

class Shown implements View<Listing<string>> {
  state = noListing<string>()
  isShown = true
  show(change: Partial<Listing<string>>): void {
    this.state = { ...this.state, ...change }
  }
}

const PAGES: Record<string, Paged<string>> = {
  '': { items: ['a', 'b'], next: 'b' },
  b: { items: ['c'], next: null },
}

const pages = (after: string | null): Promise<Paged<string>> =>
  Promise.resolve(PAGES[after ?? ''] ?? { items: [], next: null })
const lost = (): Promise<never> => Promise.reject(new CallError('network-lost'))

/** The list of whatever these pages are. */
const listOf = (ask: (after: string | null) => Promise<Paged<string>>) => listing<Listing<string>, string>(() => ask)

test('a list is read page by page to its end', async () => {
  const view = new Shown()
  await listOf(pages).begin(view)
  expect(view.state).toMatchObject({ phase: 'ready', rows: ['a', 'b'], more: 'idle' })
  await listOf(pages).readOn(view)
  expect(view.state).toMatchObject({ rows: ['a', 'b', 'c'], more: 'end', next: null })
})

test('a page that does not come leaves what is there, and can be asked for again', async () => {
  const view = new Shown()
  await listOf(pages).begin(view)
  await listOf(lost).readOn(view)
  expect(view.state).toMatchObject({ phase: 'ready', rows: ['a', 'b'], more: 'failed', next: 'b' })
  expect(view.state.moreProblem).toBe('网络断开了，连上网后再试一次。')
  await listOf(pages).readOn(view)
  expect(view.state).toMatchObject({ rows: ['a', 'b', 'c'], more: 'end' })
})

test('nothing at all is said as such', async () => {
  const view = new Shown()
  await listOf(() => Promise.resolve({ items: [], next: null })).begin(view)
  expect(view.state.phase).toBe('empty')
})

test('an answer to a question that nobody asks any more is not shown', async () => {
  const view = new Shown()
  let answer: (page: Paged<string>) => void = () => undefined
  const slow = listOf(() => new Promise(resolve => (answer = resolve))).refresh(view)
  await listOf(pages).begin(view)
  answer({ items: ['of another filter'], next: null })
  await slow
  expect(view.state.rows).toEqual(['a', 'b'])
})
