import { join } from 'node:path'
import { AtRule, type Declaration, type Root, type Rule } from 'postcss'
import type { SourceComponent } from './components'
import type { Problems } from './problems'
import type { SourceTree } from './source-tree'
import { scopeSelector, type StyleOwner } from './style-scope'
import { placeOf, StyleSheets } from './style-sheet'
import { isOwnFile, rewriteDeclaration, urlFault } from './style-values'

const THEME = /(?:\band\s+)?\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)(?:\s+and\b)?/

function themeOf(rule: Rule): string {
  for (let parent: unknown = rule.parent; parent instanceof AtRule; parent = parent.parent) {
    const theme = parent.name === 'media' ? THEME.exec(parent.params)?.[1] : undefined
    if (theme !== undefined) return theme
  }
  return ''
}

const isFrame = (rule: Rule) => rule.parent instanceof AtRule && /keyframes$/.test(rule.parent.name)

/** The phone's theme is switched by the frame, not by the computer: its media query becomes an attribute in the selector. */
function unwrapThemes(root: Root): void {
  root.walkAtRules('media', rule => {
    if (!THEME.test(rule.params)) return
    rule.params = rule.params.replace(THEME, '').trim()
    if (/^(screen|all)?$/.test(rule.params)) rule.replaceWith(rule.nodes ?? [])
  })
}

class StyleWriter {
  private readonly sheets: StyleSheets

  constructor(
    private readonly tree: SourceTree,
    private readonly problems: Problems,
  ) {
    this.sheets = new StyleSheets(tree, problems)
  }

  write(file: string, owner: StyleOwner): string {
    const root = this.sheets.read(file)
    root.walkRules(rule => {
      if (!isFrame(rule)) rule.selector = scopeSelector(rule.selector, owner, themeOf(rule))
    })
    unwrapThemes(root)
    root.walkDecls(declaration => {
      rewriteDeclaration(declaration)
      this.checkUrl(declaration, file)
    })
    return root.toString()
  }

  private checkUrl(declaration: Declaration, file: string): void {
    const fault = isOwnFile(declaration.value) ? undefined : urlFault(declaration.value)
    if (fault === undefined) return
    const place = placeOf(declaration, file)
    if (fault === 'local') this.problems.error(place, 'WXSS cannot load local files on a phone: use data: or <image>')
    else if (this.tree.isInside(place.file))
      this.problems.warn(place, 'comes from the network, so the local phone leaves it out')
    declaration.remove()
  }
}

/** The whole mini-program's styles as one sheet: the app's, then components, then pages. */
export function buildStyles(
  components: SourceComponent[],
  scopes: ReadonlyMap<string, string>,
  tree: SourceTree,
  problems: Problems,
): string {
  const writer = new StyleWriter(tree, problems)
  const parts = [writer.write(join(tree.root, 'app.wxss'), { kind: 'app' })]
  for (const { path, base, isPage } of components) {
    if (!isPage) parts.push(writer.write(`${base}.wxss`, { kind: 'component', scope: scopes.get(path) ?? '' }))
  }
  for (const { path, base, isPage } of components) {
    if (isPage) parts.push(writer.write(`${base}.wxss`, { kind: 'page', path }))
  }
  return parts.filter(part => part !== '').join('\n')
}
