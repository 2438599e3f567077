import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { WindowConfig } from '../shared/manifest'
import { type AppConfig, windowSchema } from './app-config'
import { readJsonFile } from './json-file'
import type { Problems } from './problems'
import type { SourceTree } from './source-tree'

const genericSchema = v.union([v.literal(true), v.object({ default: v.optional(v.string()) })])

const componentSchema = v.looseObject({
  ...windowSchema.entries,
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  componentGenerics: v.optional(v.record(v.string(), genericSchema), {}),
  styleIsolation: v.optional(v.string()),
  addGlobalClass: v.optional(v.boolean()),
  pureDataPattern: v.optional(v.string()),
})

type ComponentConfig = v.InferOutput<typeof componentSchema>

/** A page or component of the mini-program, its own or from npm. */
export interface SourceComponent {
  /** path inside the mini-program, without suffix */
  path: string
  /** absolute file name, without suffix */
  base: string
  isPage: boolean
  /** tag to absolute path inside the mini-program (with a leading slash) */
  using: Record<string, string>
  generics: Record<string, true | { default?: string | undefined }>
  window: WindowConfig
  styleIsolation: string | undefined
  pureDataPattern: string | undefined
}

/** Walks from the pages of app.json through everything they use. */
export class ComponentWalk {
  readonly found = new Map<string, SourceComponent>()

  constructor(
    private readonly tree: SourceTree,
    private readonly app: AppConfig,
    private readonly problems: Problems,
  ) {}

  run(): SourceComponent[] {
    for (const page of Object.values(this.app.packages).flat()) this.visit(this.tree.fileOf(page), true)
    return [...this.found.values()]
  }

  private visit(base: string, isPage: boolean): void {
    const path = this.tree.pathOf(base)
    if (this.found.has(path)) return
    if (!existsSync(`${base}.wxml`)) {
      this.problems.error({ file: `${base}.wxml` }, 'is missing')
      return
    }
    const config = readJsonFile(
      `${base}.json`,
      componentSchema,
      { usingComponents: {}, componentGenerics: {} },
      this.problems,
    )
    const component = this.describe(path, base, isPage, config)
    this.found.set(path, component)
    const requests = { ...(this.tree.isInside(base) ? this.app.usingComponents : {}), ...config.usingComponents }
    for (const [tag, request] of Object.entries(requests)) this.use(component, tag, request)
    for (const [name, generic] of Object.entries(config.componentGenerics)) this.useGeneric(component, name, generic)
  }

  private describe(path: string, base: string, isPage: boolean, config: ComponentConfig): SourceComponent {
    return {
      path,
      base,
      isPage,
      using: {},
      generics: {},
      window: isPage ? v.parse(windowSchema, config) : {},
      styleIsolation: config.styleIsolation ?? (config.addGlobalClass === true ? 'apply-shared' : undefined),
      pureDataPattern: config.pureDataPattern,
    }
  }

  private useGeneric(component: SourceComponent, name: string, generic: true | { default?: string | undefined }): void {
    component.generics[name] = true
    if (generic === true || generic.default === undefined) return
    const path = this.follow(component, name, generic.default)
    if (path !== undefined) component.generics[name] = { default: path }
  }

  private use(component: SourceComponent, tag: string, request: string): void {
    const path = this.follow(component, tag, request)
    if (path !== undefined) component.using[tag] = path
  }

  private follow(component: SourceComponent, tag: string, request: string): string | undefined {
    const from = `${component.base}.json`
    const isAppWide = this.app.usingComponents[tag] === request
    const base = this.tree.find(request, isAppWide ? join(this.tree.root, 'app.json') : from, ['.wxml'])
    if (base === undefined) {
      this.problems.error({ file: from }, `usingComponents["${tag}"]: no component at "${request}"`)
      return undefined
    }
    const path = this.tree.pathOf(base)
    if (!this.tree.mayUse(component.path, path)) {
      this.problems.error({ file: from }, `usingComponents["${tag}"]: "${request}" is in another sub-package`)
    }
    this.visit(base, false)
    return `/${path}`
  }
}
