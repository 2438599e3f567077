import type { SourceComponent } from './components'

/** A readable prefix for each component's classes; pages have none, their rules stay below the page's element. */
export function nameStyleScopes(components: SourceComponent[]): Map<string, string> {
  const scopes = new Map<string, string>()
  const taken = new Set<string>()
  for (const { path, isPage } of components) {
    if (isPage) continue
    const name = path
      .replace(/^miniprogram_npm\//, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+/, '')
    let scope = name
    for (let count = 2; taken.has(scope); count += 1) scope = `${name}-${count}`
    taken.add(scope)
    scopes.set(path, scope)
  }
  return scopes
}
