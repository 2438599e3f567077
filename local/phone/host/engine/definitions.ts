import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { ComponentEntry, Manifest } from '../../shared/manifest'
import { type StaticConfig, toComponentDefinition, toGenerics, toIsolation, toPageDefinition } from './border'
import { FORM_BEHAVIORS } from './form-behaviors'
import { isRecord } from './instance'

// `shared` would also let the component style others; `apply-shared` shows the same for one that does not.
function isolationOf(definition: object, entry: ComponentEntry): 'isolated' | 'apply-shared' {
  const options = 'options' in definition && isRecord(definition.options) ? definition.options : {}
  const isolation = options.styleIsolation ?? (options.addGlobalClass === true ? 'apply-shared' : entry.styleIsolation)
  return isolation === 'shared' || isolation === 'apply-shared' ? 'apply-shared' : 'isolated'
}

// The engine reads isolation from the static config only, also when the code says it.
function staticConfig(definition: object, entry: ComponentEntry): StaticConfig {
  const { usingComponents, componentGenerics, pureDataPattern, isPage } = entry
  const config: StaticConfig = { component: !isPage, usingComponents, componentGenerics: toGenerics(componentGenerics) }
  if (pureDataPattern !== undefined) config.pureDataPattern = pureDataPattern
  return isPage ? config : { ...config, ...toIsolation(isolationOf(definition, entry)) }
}

/** What Page(), Component() and Behavior() do. */
export class Definitions {
  private readonly entered: string[] = []
  private readonly namedBehaviors: Map<string, unknown>

  constructor(
    private readonly space: CodeSpace,
    private readonly manifest: Manifest,
  ) {
    this.namedBehaviors = new Map<string, unknown>([
      ...Object.entries(FORM_BEHAVIORS).map(([name, behavior]) => [name, this.behavior(behavior)] as const),
      ['wx://component-export', this.behavior({})],
    ])
  }

  /** The next Page() or Component() belongs to this path. */
  enter(path: string): void {
    this.entered.push(path)
  }

  component(definition: object): void {
    const path = this.leave('Component', definition)
    this.space
      .component(path)
      .definition(toComponentDefinition(this.withBehaviors(definition)))
      .register()
  }

  page(definition: object): void {
    const path = this.leave('Page', definition)
    this.space
      .component(path)
      .pageDefinition(toPageDefinition(this.withBehaviors(definition)))
      .register()
  }

  behavior(definition: object): unknown {
    return this.space
      .behavior()
      .definition(toComponentDefinition(this.withBehaviors(definition)))
      .register()
  }

  private leave(name: string, definition: object): string {
    const path = this.entered.pop()
    const entry = path === undefined ? undefined : this.manifest.components[path]
    if (path === undefined || entry === undefined) {
      throw new Error(`${name}() is called outside the file of a page or component`)
    }
    this.space.addStyleSheet(path, undefined, entry.styleScope)
    this.space.addComponentStaticConfig(path, staticConfig(definition, entry))
    return path
  }

  private withBehaviors(definition: object): object {
    if (!('behaviors' in definition) || !Array.isArray(definition.behaviors)) return definition
    const list: unknown[] = definition.behaviors
    const behaviors = list.map(behavior => (typeof behavior === 'string' ? this.named(behavior) : behavior))
    return { ...definition, behaviors }
  }

  private named(name: string): unknown {
    if (this.namedBehaviors.has(name)) return this.namedBehaviors.get(name)
    throw new Error(`the behavior ${name} is not provided by the local phone`)
  }
}
