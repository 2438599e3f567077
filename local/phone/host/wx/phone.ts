import type { AppLife } from '../app-life'
import type { Device } from '../device/device'
import type { PageStack } from '../pages/page-stack'
import type { Overlays } from '../screen/overlay'
import type { TabBar } from '../screen/tab-bar'
import type { Toast } from '../screen/toast'
import type { AsynchronousMaker } from './asynchronous'

/** What the functions of `wx` work on. */
export interface Phone extends Device {
  stack: PageStack
  life: AppLife
  overlays: Overlays
  toast: Toast
  tabBar: TabBar | undefined
  asynchronous: AsynchronousMaker
  /** draws again what lies above the pages, after a page has changed its colours */
  redraw(): void
}

/** A family of functions of `wx`, by name. */
export type Family = Record<string, unknown>
