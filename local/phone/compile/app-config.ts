import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Manifest } from '../shared/manifest'
import { readJsonFile } from './json-file'
import type { Problems } from './problems'

const text = v.optional(v.string())

export const windowSchema = v.object({
  navigationBarTitleText: text,
  navigationBarBackgroundColor: text,
  navigationBarTextStyle: text,
  navigationStyle: text,
  backgroundColor: text,
  backgroundTextStyle: text,
  enablePullDownRefresh: v.optional(v.boolean()),
  onReachBottomDistance: v.optional(v.number()),
  disableScroll: v.optional(v.boolean()),
})

const tabBarSchema = v.object({
  color: v.string(),
  selectedColor: v.string(),
  backgroundColor: v.string(),
  borderStyle: text,
  list: v.pipe(
    v.array(v.object({ pagePath: v.string(), text: v.string(), iconPath: text, selectedIconPath: text })),
    v.minLength(2),
    v.maxLength(5),
  ),
})

const packagesSchema = v.optional(v.array(v.object({ root: v.string(), pages: v.array(v.string()) })))

const appSchema = v.looseObject({
  pages: v.pipe(v.array(v.string()), v.minLength(1)),
  entryPagePath: text,
  subPackages: packagesSchema,
  subpackages: packagesSchema,
  window: v.optional(windowSchema, {}),
  tabBar: v.optional(tabBarSchema),
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  darkmode: v.optional(v.boolean(), false),
  themeLocation: text,
})

const themeSchema = v.object({ light: v.record(v.string(), v.string()), dark: v.record(v.string(), v.string()) })

// These change how pages look or load, and the local phone knows nothing of them: better refused than shown wrong.
const NOT_PROVIDED = ['plugins', 'useExtendedLib', 'resolveAlias', 'renderer', 'style'] as const

export interface AppConfig extends Pick<
  Manifest,
  'entryPage' | 'packages' | 'window' | 'tabBar' | 'darkmode' | 'theme'
> {
  usingComponents: Record<string, string>
}

function packagesOf(app: v.InferOutput<typeof appSchema>): Record<string, string[]> {
  const packages: Record<string, string[]> = { '': app.pages }
  for (const { root, pages } of [...(app.subPackages ?? []), ...(app.subpackages ?? [])]) {
    const folder = root.replace(/^\/|\/$/g, '')
    packages[folder] = pages.map(page => `${folder}/${page.replace(/^\//, '')}`)
  }
  return packages
}

function refuseWhatIsNotProvided(app: object, file: string, problems: Problems): void {
  for (const key of NOT_PROVIDED) {
    if (key in app) problems.error({ file }, `"${key}" is not provided by the local phone`)
  }
}

/** Reads app.json and theme.json; undefined when there is nothing to build from (the reason is among the problems). */
export function readAppConfig(root: string, problems: Problems): AppConfig | undefined {
  const file = join(root, 'app.json')
  if (!existsSync(file)) problems.error({ file }, 'is missing')
  const before = problems.errors.length
  const app = readJsonFile(file, appSchema, { pages: [], window: {}, usingComponents: {}, darkmode: false }, problems)
  refuseWhatIsNotProvided(app, file, problems)
  const [firstPage] = app.pages
  if (problems.errors.length > before || firstPage === undefined) return undefined
  const themeFile = join(root, app.themeLocation ?? 'theme.json')
  return {
    entryPage: (app.entryPagePath ?? firstPage).replace(/^\/|\.html$/g, ''),
    packages: packagesOf(app),
    window: app.window,
    tabBar: app.tabBar ?? null,
    darkmode: app.darkmode,
    theme: readJsonFile(themeFile, themeSchema, { light: {}, dark: {} }, problems),
    usingComponents: app.usingComponents,
  }
}
