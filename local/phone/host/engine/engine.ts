import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import { MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import type { Manifest } from '../../shared/manifest'
import type { TemplateInstaller } from '../../shared/registry'
import { createBackend } from './backend'
import { toTemplate } from './border'
import { Definitions } from './definitions'
import { isInstance, isRecord } from './instance'
import { makeEventsPlain } from './plain-events'
import { ReadyQueue } from './ready-queue'
import { getDate, getRegExp, provideWxsTypes } from './wxs-globals'

type Environment = MiniProgramEnv
export type BuiltInSpace = ReturnType<ReturnType<Environment['getGlobalCodeSpace']>['getComponentSpace']>

export interface EngineWarning {
  message: string
  /** the platform's own tag that it is about, if it is one */
  tag: string | undefined
  /** path of the page or component in whose template or code it arose, '' where the engine does not say */
  component: string
}

// Some warnings come from a piece of code that no longer knows its component.
function pathOf(component: unknown): string {
  if (typeof component === 'string') return component
  return isRecord(component) && typeof component.is === 'string' ? component.is : ''
}

/** glass-easel, set up as the local phone needs it. */
export class Engine {
  readonly ready = new ReadyQueue()
  readonly definitions: Definitions
  private readonly environment = new MiniProgramEnv()
  private readonly space
  private readonly backend

  /** `builtIns` defines the platform's own tags and answers them by name. */
  constructor(
    manifest: Manifest,
    builtIns: (space: BuiltInSpace) => ReadonlyMap<string, ReturnType<BuiltInSpace['defineComponent']>>,
  ) {
    makeEventsPlain()
    provideWxsTypes()
    const shared = this.environment.getGlobalCodeSpace().getComponentSpace()
    // Vant's button has a property named `dataset`: properties must not be written onto nodes.
    shared.updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true, useMethodCallerListeners: true })
    const tags = builtIns(shared)
    this.space = this.environment.createCodeSpace('', true)
    for (const [tag, definition] of tags)
      this.space.getComponentSpace().setGlobalUsingComponent(tag, definition.general())
    this.space.setOverallBehavior(this.readiness())
    this.definitions = new Definitions(this.space, manifest)
    this.backend = this.environment.associateBackend(createBackend())
  }

  onError(listener: (error: unknown) => void): void {
    addGlobalErrorListener(error => {
      listener(error)
      return false
    })
  }

  /** Answering false keeps the warning from the console. */
  onWarning(listener: (warning: EngineWarning) => boolean): void {
    addGlobalWarningListener((message, component, element) => {
      const path = element?.asElement()?.asGeneralComponent()?.is ?? ''
      const tag = path.startsWith('wx/') ? path.slice('wx/'.length) : undefined
      return listener({ message, tag, component: pathOf(component) })
    })
  }

  install(templates: TemplateInstaller): void {
    const addCompiledTemplate = (path: string, compiled: object) => {
      this.space.addCompiledTemplate(path, toTemplate(compiled))
    }
    templates({ addCompiledTemplate }, getRegExp, getDate)
  }

  createPage(path: string): Root {
    return this.backend.createRoot('page', this.space, path)
  }

  private readiness() {
    // What the mini-program's code knows as `this` holds the node that is queued.
    const queue = (self: unknown) => {
      if (isInstance(self)) this.ready.add(self._$)
    }
    return this.space.getComponentSpace().defineBehavior({
      lifetimes: {
        attached() {
          queue(this)
        },
      },
    })
  }
}
