import type { Manifest } from '../../shared/manifest'
import type { Registry, TemplateInstaller } from '../../shared/registry'
import type { Engine } from '../engine/engine'
import type { Library } from './library'

/** What arrives before the engine is there: kept until the host is ready for it. */
export class Arrivals implements Registry {
  private toApp: () => unknown = () => undefined
  private mini: Manifest | undefined
  private readonly installers: TemplateInstaller[] = []
  private readonly waiting: [string, () => unknown][] = []
  private receiver: { library: Library; engine: Engine } | undefined

  get programme(): Manifest {
    if (this.mini === undefined) throw new Error('the scripts of the mini-program did not load')
    return this.mini
  }

  runApp(): void {
    this.toApp()
  }

  /** From now on everything goes straight to the engine. */
  hand(library: Library, engine: Engine): void {
    this.receiver = { library, engine }
    for (const install of this.installers) engine.install(install)
    for (const [path, run] of this.waiting) library.addScript(path, run)
  }

  manifest(manifest: Manifest): void {
    this.mini = manifest
  }

  app(run: () => unknown): void {
    this.toApp = run
  }

  templates(install: TemplateInstaller): void {
    if (this.receiver === undefined) this.installers.push(install)
    else this.receiver.engine.install(install)
  }

  script(path: string, run: () => unknown): void {
    if (this.receiver === undefined) this.waiting.push([path, run])
    else this.receiver.library.addScript(path, run)
  }

  enter(path: string): void {
    this.receiver?.engine.definitions.enter(path)
  }
}
