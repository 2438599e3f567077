import { existsSync, readFileSync } from 'node:fs'
import { TmplGroup } from 'glass-easel-template-compiler'
import * as v from 'valibot'
import type { SourceComponent } from './components'
import type { Problems } from './problems'
import type { SourceTree } from './source-tree'
import { TemplateReview } from './template-review'
import { rewriteWxs } from './wxs'

const noticesSchema = v.array(
  v.object({ isError: v.boolean(), code: v.number(), message: v.string(), startLine: v.number() }),
)
const pathsSchema = v.array(v.string())

/** One package's templates with everything they import, compiled together. */
class TemplateGroup {
  private readonly group = new TmplGroup()
  private readonly seen = new Set<string>()

  constructor(
    private readonly tree: SourceTree,
    private readonly review: TemplateReview,
    private readonly problems: Problems,
  ) {}

  /** `base` has no suffix. */
  addTemplate(base: string, from: string, component?: SourceComponent): void {
    const file = `${base}.wxml`
    const path = this.tree.pathOf(base)
    if (!this.isNew(file, from)) return
    const source = readFileSync(file, 'utf8')
    this.review.read(file, source, component)
    for (const notice of v.parse(noticesSchema, this.group.addTmpl(path, source))) {
      const place = { file, line: notice.startLine + 1 }
      if (notice.isError) this.problems.error(place, notice.message)
      else if (this.tree.isInside(file)) this.problems.warn(place, notice.message)
    }
    for (const name of v.parse(pathsSchema, this.group.getInlineScriptModuleNames(path))) {
      this.group.setInlineScript(path, name, rewriteWxs(this.group.getInlineScript(path, name)))
    }
    for (const wxs of v.parse(pathsSchema, this.group.getScriptDependencies(path)))
      this.addScript(this.fileOf(wxs, base), file)
    for (const wxml of v.parse(pathsSchema, this.group.getDirectDependencies(path)))
      this.addTemplate(this.fileOf(wxml, base), file)
  }

  /** JavaScript that calls `__wxCodeSpace__.addCompiledTemplate` for each template. */
  code(): string {
    const code = this.group.getWxGenObjectGroups()
    this.group.free()
    return code
  }

  private addScript(base: string, from: string): void {
    const file = `${base}.wxs`
    if (!this.isNew(file, from)) return
    const source = rewriteWxs(readFileSync(file, 'utf8'))
    this.group.addScript(this.tree.pathOf(base), source)
    for (const [, request] of source.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      if (request !== undefined) this.addScript(this.tree.resolve(request, file), file)
    }
  }

  private isNew(file: string, from: string): boolean {
    if (this.seen.has(file)) return false
    this.seen.add(file)
    if (existsSync(file)) return true
    this.problems.error({ file: from }, `refers to ${this.tree.pathOf(file)}, which does not exist`)
    return false
  }

  // The compiler answers paths inside the mini-program; a file of an npm package is found from its neighbour.
  private fileOf(path: string, neighbour: string): string {
    const prefix = 'miniprogram_npm/'
    const inPackage = path.startsWith(prefix) ? this.tree.npm.resolve(path.slice(prefix.length)) : undefined
    return inPackage ?? this.tree.resolve(`/${path}`, neighbour)
  }
}

export interface BuiltTemplates {
  /** package root to JavaScript */
  code: Map<string, string>
  missingTags: string[]
}

/** Compiles all WXML and WXS, one group per package. */
export function buildTemplates(components: SourceComponent[], tree: SourceTree, problems: Problems): BuiltTemplates {
  const review = new TemplateReview(components, tree, problems)
  const groups = new Map<string, TemplateGroup>()
  for (const component of components) {
    const root = tree.packageOf(component.path)
    const group = groups.get(root) ?? new TemplateGroup(tree, review, problems)
    groups.set(root, group)
    group.addTemplate(component.base, component.base, component)
  }
  const code = new Map([...groups].map(([root, group]) => [root, group.code()]))
  return { code, missingTags: [...review.missingTags] }
}
