import type { Addresses } from './device/addresses'
import { isRecord } from './engine/instance'
import type { Page } from './pages/page'
import { routeUrl } from './pages/route'
import type { Overlays } from './screen/overlay'
import { showShareCard } from './screen/share-card'

export interface ShareDoors {
  overlays: Overlays
  addresses: Addresses
}

function textIn(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined
  return typeof text === 'string' ? text : ''
}

/** Asks the page what it would send to a friend, and shows it. A promise in its answer may replace the first words. */
export async function sharePage(
  page: Page,
  { overlays, addresses }: ShareDoors,
  from: 'menu' | 'button',
  target?: object,
): Promise<void> {
  const answer = page.call('onShareAppMessage', { from, target, webViewUrl: undefined })
  const later: unknown = isRecord(answer) && answer.promise instanceof Promise ? await answer.promise : answer
  const card = {
    title: textIn(later, 'title') || document.title,
    path: textIn(later, 'path') || routeUrl(page.route),
    imageUrl: await addresses.find(textIn(later, 'imageUrl'), page.path),
  }
  await showShareCard(overlays, card)
}
