import type { Page } from './pages/page'
import { askSheet } from './screen/sheet'
import { type ShareDoors, sharePage } from './share'

/** What the three dots of the capsule open. */
export async function openMenu(page: Page | undefined, doors: ShareDoors): Promise<void> {
  const share = '转发给朋友'
  const again = '重新进入小程序'
  const items = page?.has('onShareAppMessage') === true && page.mayShare ? [share, again] : [again]
  const chosen = await askSheet(doors.overlays, '', items, '')
  if (chosen === undefined) return
  if (items[chosen] === share && page !== undefined) await sharePage(page, doors, 'menu')
  if (items[chosen] === again) startAgain()
}

function startAgain(): void {
  const address = new URL(location.href)
  address.searchParams.delete('path')
  address.hash = ''
  history.replaceState(null, '', address)
  location.reload()
}
