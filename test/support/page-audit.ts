import type { Page } from 'playwright-core'

export interface AuditRules {
  /** px */
  target: number
  smallestText: number
}

/** What a person would stumble over on the page on the screen, one line each; empty when all is well. */
export const auditPage = (page: Page, rules: AuditRules): Promise<string[]> => page.evaluate(audit, rules)

/** Runs in the browser, so it may use nothing from outside itself. */
function audit({ target, smallestText }: AuditRules): string[] {
  const ROUNDING = 1
  const CONTROLS = 'button radio checkbox switch link tab combobox textbox searchbox slider'
    .split(' ')
    .map(role => `[role="${role}"]`)
    .join(',')
  const root = [...document.querySelectorAll('[class*="--shell"]')].at(-1)
  if (!root) return ['there is no page']
  const width = document.documentElement.clientWidth
  const found: string[] = []

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}"`
  const boxOf = (element: Element) => element.getBoundingClientRect()
  const scrollsAside = (element: Element | null): boolean =>
    element !== null &&
    element !== root &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrollsAside(element.parentElement))
  const isHidden = (element: Element) => element.closest('[aria-hidden="true"]') !== null

  for (const control of root.querySelectorAll(`${CONTROLS},input,textarea`)) {
    if (!isShown(control) || isHidden(control) || control.getAttribute('aria-disabled') === 'true') continue
    const { width: w, height: h } = boxOf(control)
    const field = control.matches('input,textarea') ? (control.closest('[class*="--control"]') ?? control) : control
    const size = Math.min(Math.max(w, boxOf(field).width), Math.max(h, boxOf(field).height))
    if (size < target - ROUNDING) found.push(`too small to hit (${Math.round(w)}x${Math.round(h)}): ${nameOf(control)}`)
    if (!(control.getAttribute('aria-label') ?? control.textContent).trim() && !control.matches('input,textarea'))
      found.push(`has no name: ${nameOf(control)}`)
  }

  const texts: { element: Element; box: DOMRect; text: string }[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '' || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size < smallestText && !isHidden(element)) found.push(`letters of ${size}px: ${nameOf(element)}`)
    if (!scrollsAside(element) && (box.left < -ROUNDING || box.right > width + ROUNDING))
      found.push(`runs off the screen: ${nameOf(element)}`)
    const clip = element.closest('[class]')
    if (clip) {
      const style = getComputedStyle(clip)
      const cut = style.overflowX === 'hidden' && clip.scrollWidth > clip.clientWidth + ROUNDING
      if (cut && style.textOverflow !== 'ellipsis') found.push(`is cut: ${nameOf(clip)}`)
    }
    // A line's box has air above and below its letters; only letters can lie on letters.
    for (const line of range.getClientRects()) {
      const air = Math.max(0, line.height - size) / 2
      texts.push({ element, box: new DOMRect(line.x, line.y + air, line.width, line.height - 2 * air), text })
    }
  }

  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at && at !== root; at = at.parentElement)
      if (getComputedStyle(at).position === 'fixed') return at
    return root
  }
  const layers = texts.map(({ element }) => layerOf(element))
  texts.forEach((one, at) => {
    for (const [offset, other] of texts.slice(at + 1).entries()) {
      if (
        one.element === other.element ||
        layers[at] !== layers[at + 1 + offset] ||
        scrollsAside(one.element) !== scrollsAside(other.element)
      )
        continue
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (across > 2 && down > 4) found.push(`"${one.text.slice(0, 16)}" lies on "${other.text.slice(0, 16)}"`)
    }
  })
  if (document.documentElement.scrollWidth > width + ROUNDING) found.push('the page can be pushed aside')
  return found
}
