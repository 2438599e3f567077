const SCROLLABLE = 'wx-page, wx-scroll-view, textarea'

/** Scroll positions are lost when a page leaves the document: they are noted, and set again when it comes back. */
export class ScrollMemory {
  private positions: { element: Element; top: number; left: number }[] = []

  save(section: HTMLElement): void {
    this.positions = [...section.querySelectorAll(SCROLLABLE)]
      .map(element => ({ element, top: element.scrollTop, left: element.scrollLeft }))
      .filter(({ top, left }) => top > 0 || left > 0)
  }

  restore(): void {
    for (const { element, top, left } of this.positions) element.scrollTo({ top, left, behavior: 'instant' })
  }
}

/** Tells a page when it is scrolled and when its end comes near. */
export function watchPageScroll(
  page: HTMLElement,
  distance: number,
  call: (name: string, event?: object) => void,
): void {
  let isNearEnd = false
  page.addEventListener('scroll', event => {
    if (event.target !== page) return
    call('onPageScroll', { scrollTop: page.scrollTop })
    const isNear = page.scrollTop + page.clientHeight >= page.scrollHeight - distance
    if (isNear && !isNearEnd) call('onReachBottom')
    isNearEnd = isNear
  })
}
