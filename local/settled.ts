import type { Page, Request } from 'playwright-core'

/** What the page has asked for and not had yet, through every reload of it. */
export function requestsUnderWay(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>()
  page.on('request', request => underWay.add(request))
  page.on('requestfinished', request => underWay.delete(request))
  page.on('requestfailed', request => underWay.delete(request))
  return underWay
}

/** Runs in the browser. What moves for ever is not waited for, and what never rests is given up after a second. */
async function untilStill(): Promise<void> {
  const moving = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  await Promise.all([document.fonts.ready, ...moving.map(({ finished }) => finished.catch(() => undefined))])
  let still = 0
  const observer = new MutationObserver(() => {
    still = 0
  })
  observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true })
  for (let frame = 0; frame < 60 && still < 2; frame += 1) {
    still += 1
    await new Promise(requestAnimationFrame)
  }
  observer.disconnect()
}

/** Waits until a page of the mini-program is there, has what it asked for, and stands still for two frames. */
export async function settled(page: Page, underWay: ReadonlySet<Request>): Promise<void> {
  await page.locator('[class*="--shell"]').last().waitFor()
  do await page.evaluate(untilStill)
  while (underWay.size > 0)
}
