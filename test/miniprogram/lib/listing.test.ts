import type { Paged } from '../../../miniprogram/contract/paging'
import { beginListing, type Listing, noListing, readOn, refreshListing } from '../../../miniprogram/lib/listing'
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

test('a list is read page by page to its end', async () => {
  const view = new Shown()
  await beginListing(view, pages)
  expect(view.state).toMatchObject({ phase: 'ready', rows: ['a', 'b'], more: 'idle' })
  await readOn(view, pages)
  expect(view.state).toMatchObject({ rows: ['a', 'b', 'c'], more: 'end', next: null })
})

test('a page that does not come leaves what is there, and can be asked for again', async () => {
  const view = new Shown()
  await beginListing(view, pages)
  await readOn(view, lost)
  expect(view.state).toMatchObject({ phase: 'ready', rows: ['a', 'b'], more: 'failed', next: 'b' })
  expect(view.state.moreProblem).toBe('网络断开了，连上网后再试一次。')
  await readOn(view, pages)
  expect(view.state).toMatchObject({ rows: ['a', 'b', 'c'], more: 'end' })
})

test('nothing at all is said as such', async () => {
  const view = new Shown()
  await beginListing(view, () => Promise.resolve({ items: [], next: null }))
  expect(view.state.phase).toBe('empty')
})

test('an answer to a question that nobody asks any more is not shown', async () => {
  const view = new Shown()
  let answer: (page: Paged<string>) => void = () => undefined
  const slow = refreshListing(view, () => new Promise(resolve => (answer = resolve)))
  await beginListing(view, pages)
  answer({ items: ['of another filter'], next: null })
  await slow
  expect(view.state.rows).toEqual(['a', 'b'])
})
