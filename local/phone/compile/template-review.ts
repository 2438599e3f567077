import { isBuiltInTag, TEMPLATE_TAGS } from '../shared/built-in-tags'
import type { SourceComponent } from './components'
import { lineAt, type Problems } from './problems'
import type { SourceTree } from './source-tree'

const COMMENT = /<!--[\s\S]*?-->/g
const NOT_MARKUP = /<!--[\s\S]*?-->|<wxs\b[^>]*>[\s\S]*?<\/wxs>|\{\{[\s\S]*?\}\}/g
const EXPRESSION = /\{\{([\s\S]*?)\}\}/g
const TEXT = /'[^']*'|"[^"]*"/g
const TAG = /<([A-Za-z][\w-]*)/g
// glass-easel camel-cases the name after an undivided prefix: only `bind:click-icon` hears `click-icon`.
const DASHED_EVENT = /\s((?:capture-)?(?:mut-)?(?:bind|catch)[a-z]+-[\w-]*)\s*=/g

const blank = (text: string) => text.replace(/[^\n]/g, ' ')
const templateTags: ReadonlySet<string> = new Set(TEMPLATE_TAGS)

/** Looks at WXML for what compiles but would not work. */
export class TemplateReview {
  readonly missingTags = new Set<string>()
  private readonly everyTag: ReadonlySet<string>

  constructor(
    components: SourceComponent[],
    private readonly tree: SourceTree,
    private readonly problems: Problems,
  ) {
    this.everyTag = new Set(components.flatMap(component => Object.keys(component.using)))
  }

  /** A file that is only imported has no component: any tag known somewhere may be meant. */
  read(file: string, source: string, component?: SourceComponent): void {
    const markup = source.replace(NOT_MARKUP, blank)
    const own = this.tree.isInside(file)
    for (const { 1: tag = '', index } of markup.matchAll(TAG)) {
      if (this.isKnown(tag, component)) continue
      this.missingTags.add(tag)
      if (own) this.problems.warn({ file, line: lineAt(source, index) }, `<${tag}> is not provided by the local phone`)
    }
    if (!own) return
    for (const { 1: name = '', index } of markup.matchAll(DASHED_EVENT)) {
      const proper = name.replace(/(bind|catch)/, '$1:')
      this.problems.warn({ file, line: lineAt(source, index + 1) }, `${name} is never called: write ${proper}`)
    }
    this.readExpressions(file, source.replace(COMMENT, blank))
  }

  // The platform's compiler refuses `??`, while glass-easel's takes it for `||`.
  private readExpressions(file: string, source: string): void {
    for (const { 1: expression = '', index } of source.matchAll(EXPRESSION)) {
      if (!expression.replace(TEXT, '').includes('??')) continue
      this.problems.error({ file, line: lineAt(source, index) }, 'an expression cannot use ??')
    }
  }

  private isKnown(tag: string, component?: SourceComponent): boolean {
    if (isBuiltInTag(tag) || templateTags.has(tag)) return true
    if (component === undefined) return this.everyTag.has(tag)
    return tag in component.using || tag in component.generics
  }
}
