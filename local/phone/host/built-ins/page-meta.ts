import type { GeneralComponent } from 'glass-easel'
import { rootOf } from '../engine/instance'
import type { BuiltIn, BuiltInNode } from './built-in'

/** What a page says about itself in its template; '' where it says nothing. */
export interface PageMeta {
  pageStyle: string
  pageFontSize: string
  rootFontSize: string
  backgroundColor: string
  backgroundTextStyle: string
}

const NAMES = ['pageStyle', 'pageFontSize', 'rootFontSize', 'backgroundColor', 'backgroundTextStyle'] as const

/** `apply` gets the page's outermost component. */
export function createPageMeta(apply: (page: GeneralComponent, meta: PageMeta) => void): BuiltIn {
  const tell = (self: BuiltInNode) => {
    const page = rootOf(self.node)
    const meta = { pageStyle: '', pageFontSize: '', rootFontSize: '', backgroundColor: '', backgroundTextStyle: '' }
    for (const name of NAMES) meta[name] = self.text(name)
    if (page !== undefined) apply(page, meta)
  }
  return {
    properties: Object.fromEntries(NAMES.map(name => [name, { type: String, value: '' }])),
    changed: Object.fromEntries(NAMES.map(name => [name, tell])),
    attached: tell,
  }
}
