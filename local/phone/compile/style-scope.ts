import selectorParser, { type Selector, type Tag } from 'postcss-selector-parser'
import { elementName } from '../shared/built-in-tags'

/** Whose style sheet it is. A component's classes carry its scope as a prefix; a page's rules stay below the page's own element. */
export type StyleOwner = { kind: 'app' } | { kind: 'page'; path: string } | { kind: 'component'; scope: string }

// :where() adds no weight, so rules meet each other as they would on a phone.
const below = (owner: StyleOwner, hasClass: boolean): string => {
  if (owner.kind === 'page') return `:where([data-page="${owner.path}"]) `
  // A rule without a class has no prefix to hold it: it is held by the component's element.
  return owner.kind === 'component' && !hasClass ? `:where([wx-host="${owner.scope}"]) ` : ''
}

function renameTag(tag: Tag): void {
  const outer = tag.parent?.parent
  // The parser sees tags in `:nth-child(2n+1)` too.
  if (outer?.type === 'pseudo' && outer.value.startsWith(':nth')) return
  tag.value = elementName(tag.value)
}

function rewrite(selector: Selector, owner: StyleOwner, theme: string): string {
  let isScoped = false
  selector.walkTags(renameTag)
  if (owner.kind === 'component') {
    selector.walkClasses(node => {
      node.value = `${owner.scope}--${node.value}`
      isScoped = true
    })
    selector.walkPseudos(node => {
      if (node.value !== ':host') return
      isScoped = true
      const inner = node.nodes.join('')
      node.replaceWith(selectorParser.tag({ value: `${inner}[wx-host="${owner.scope}"]` }))
    })
  }
  const text = selector.toString().trim()
  return `${theme === '' ? '' : `:where(html[data-theme="${theme}"]) `}${below(owner, isScoped)}${text}`
}

/** A WXSS selector for the one style sheet of the local phone; `theme` limits it to the light or dark system theme. */
export function scopeSelector(selector: string, owner: StyleOwner, theme: string): string {
  const selectors = selectorParser().astSync(selector, { lossless: false })
  return selectors.nodes.map(node => rewrite(node, owner, theme)).join(', ')
}
