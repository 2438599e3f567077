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
  const page = [...document.querySelectorAll('[class*="--shell"]')].at(-1)
  if (!page) return ['there is no page']
  const root = page
  const width = document.documentElement.clientWidth

  interface Line {
    element: Element
    box: DOMRect
    text: string
    layer: Element
    scrolls: boolean
  }

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0
  const isSilent = (element: Element) => element.closest('[aria-hidden="true"]') !== null
  const saidOf = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent).trim()
  const nameOf = (element: Element) => `${element.tagName.toLowerCase()} "${saidOf(element).slice(0, 24)}"`
  const isField = (element: Element) => element.matches('input,textarea')

  function* ancestors(element: Element): Generator<Element> {
    for (let at: Element | null = element; at && at !== root; at = at.parentElement) yield at
  }
  const firstOf = (element: Element, fits: (style: CSSStyleDeclaration) => boolean): Element | undefined => {
    for (const at of ancestors(element)) if (fits(getComputedStyle(at))) return at
    return undefined
  }

  /** A field is hit anywhere in its frame. */
  function tooSmall(control: Element): string[] {
    const field = (isField(control) ? control.closest('[class*="--control"]') : null) ?? control
    const { width: wide, height: high } = field.getBoundingClientRect()
    const fits = Math.min(wide, high) >= target - ROUNDING
    return fits ? [] : [`too small to hit (${Math.round(wide)}x${Math.round(high)}): ${nameOf(control)}`]
  }
  const controlFaults = [...root.querySelectorAll(`${CONTROLS},input,textarea`)]
    .filter(control => isShown(control) && !isSilent(control) && control.getAttribute('aria-disabled') !== 'true')
    .flatMap(control => [
      ...tooSmall(control),
      ...(saidOf(control) || isField(control) ? [] : [`has no name: ${control.outerHTML.slice(0, 120)}`]),
    ])

  function* textNodes(): Generator<{ element: Element; range: Range; text: string }> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      if (!node.parentElement || text === '' || !isShown(node.parentElement)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      yield { element: node.parentElement, range, text }
    }
  }
  const isCut = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element)
    return overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + ROUNDING
  }
  const scrolls = (element: Element) => firstOf(element, ({ overflowX }) => /auto|scroll/.test(overflowX)) !== undefined
  const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize)
  const isOff = ({ left, right }: DOMRect) => left < -ROUNDING || right > width + ROUNDING

  const texts = [...textNodes()]
  const textFaults = texts.flatMap(({ element, range }) => [
    ...(sizeOf(element) < smallestText && !isSilent(element) ? [`letters too small: ${nameOf(element)}`] : []),
    ...(isOff(range.getBoundingClientRect()) && !scrolls(element) ? [`runs off the screen: ${nameOf(element)}`] : []),
    ...(isCut(element) ? [`is cut: ${nameOf(element)}`] : []),
  ])

  /** A line beyond what its element lets be seen, such as the third of a text cut after two. */
  const isClipped = (element: Element, { y, height }: DOMRect) => {
    const clip = firstOf(element, ({ overflowY }) => overflowY === 'hidden')?.getBoundingClientRect()
    return clip !== undefined && (y + height / 2 > clip.bottom || y + height / 2 < clip.top)
  }

  // A line's box has air above and below its letters; only letters can lie on letters.
  const lines: Line[] = texts.flatMap(({ element, range, text }) =>
    [...range.getClientRects()]
      .filter(box => !isClipped(element, box))
      .map(({ x, y, width: wide, height: high }) => {
        const air = Math.max(0, high - sizeOf(element)) / 2
        const layer = firstOf(element, ({ position }) => position === 'fixed') ?? root
        return { element, text, layer, scrolls: scrolls(element), box: new DOMRect(x, y + air, wide, high - 2 * air) }
      }),
  )
  const touch = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4
  const together = (one: Line, other: Line) =>
    one.element !== other.element && one.layer === other.layer && one.scrolls === other.scrolls
  const overlaps = lines.flatMap((one, at) =>
    lines
      .slice(at + 1)
      .filter(other => together(one, other) && touch(one.box, other.box))
      .map(other => `"${one.text.slice(0, 16)}" lies on "${other.text.slice(0, 16)}"`),
  )

  const pushed = document.documentElement.scrollWidth > width + ROUNDING ? ['the page can be pushed aside'] : []
  return [...controlFaults, ...textFaults, ...overlaps, ...pushed]
}
