import type { Manifest } from './manifest'

/** What a compiled template calls to hand itself over to the engine. */
export interface TemplateSpace {
  addCompiledTemplate(path: string, template: object): void
}

export type TemplateInstaller = (
  space: TemplateSpace,
  getRegExp: (pattern: string, flags?: string) => RegExp,
  getDate: (...parts: unknown[]) => Date,
) => void

/** The one thing a built package calls: the global `__phone` of the page. Scripts are registered first and run on first use. */
export interface Registry {
  manifest(manifest: Manifest): void
  app(run: () => unknown): void
  templates(install: TemplateInstaller): void
  script(path: string, run: () => unknown): void
  /** Called at the head of a component's own file: the next Page() or Component() belongs to this path. */
  enter(path: string): void
}
