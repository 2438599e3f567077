import type { ComponentEntry, Manifest, WindowConfig } from '../shared/manifest'
import type { AppConfig } from './app-config'
import type { SourceComponent } from './components'

function entryOf(component: SourceComponent, scopes: ReadonlyMap<string, string>): ComponentEntry {
  const { using, generics, isPage, path, styleIsolation, pureDataPattern } = component
  const styleScope = scopes.get(path) ?? ''
  return { usingComponents: using, componentGenerics: generics, styleScope, isPage, styleIsolation, pureDataPattern }
}

/** What the host must know, from what the build has read. */
export function makeManifest(
  app: AppConfig,
  components: SourceComponent[],
  scopes: ReadonlyMap<string, string>,
  missingTags: string[],
): Manifest {
  const pages: Record<string, WindowConfig> = {}
  const entries: Record<string, ComponentEntry> = {}
  for (const component of components) {
    entries[component.path] = entryOf(component, scopes)
    if (component.isPage) pages[component.path] = component.window
  }
  const { entryPage, packages, window, tabBar, darkmode, theme } = app
  return { entryPage, packages, window, tabBar, darkmode, theme, pages, components: entries, missingTags }
}
