import type { GeneralComponent } from 'glass-easel'
import type { BUILT_IN_TAGS } from '../../shared/built-in-tags'
import type { BuiltInSpace } from '../engine/engine'
import { type BuiltIn, defineBuiltIn } from './built-in'
import { createButton, type OpenType } from './button'
import { text, view } from './containers'
import { image } from './image'
import { input, textarea } from './input'
import { label } from './label'
import { createMissing } from './missing'
import { createNavigator, type NavigatorTarget } from './navigator'
import { createPageMeta, type PageMeta } from './page-meta'
import { scrollView } from './scroll-view'
import { switchControl } from './switch'

/** What built-in elements need of the phone around them. */
export interface BuiltInDoors {
  missingTags: string[]
  openTypes: Record<string, OpenType>
  missing(name: string): void
  go(target: NavigatorTarget): boolean
  applyMeta(page: GeneralComponent, meta: PageMeta): void
}

/** All tags of the platform, and stand-ins for those that are not provided. */
export function defineBuiltIns(space: BuiltInSpace, doors: BuiltInDoors) {
  const missing = (name: string) => {
    doors.missing(name)
  }
  const builtIns: Record<(typeof BUILT_IN_TAGS)[number], BuiltIn> = {
    view,
    text,
    image,
    label,
    input,
    textarea,
    'scroll-view': scrollView,
    switch: switchControl,
    button: createButton(doors.openTypes, missing),
    navigator: createNavigator(target => doors.go(target), missing),
    'page-meta': createPageMeta((page, meta) => {
      doors.applyMeta(page, meta)
    }),
  }
  const definitions = Object.entries(builtIns).map(
    ([tag, builtIn]) => [tag, defineBuiltIn(space, tag, builtIn)] as const,
  )
  const standIns = doors.missingTags.map(tag => [tag, defineBuiltIn(space, tag, createMissing(tag, missing))] as const)
  return new Map([...definitions, ...standIns])
}
