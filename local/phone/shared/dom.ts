type Attributes = Record<string, string>
type Child = Node | string

/** A new element with attributes and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A button that does something when tapped or clicked. */
export function button(attributes: Attributes, label: Child, onClick: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label)
  element.addEventListener('click', onClick)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** A line icon from path data in a 24 × 24 box. */
export function lineIcon(paths: string, name: string): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  icon.setAttribute('class', `line-icon ${name}`)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', paths)
  icon.append(path)
  return icon
}
