import type { AppLife } from './app-life'
import type { Engine } from './engine/engine'
import type { Device } from './device/device'
import type { PageStack } from './pages/page-stack'
import type { Screen } from './screen/screen'
import type { TabBar } from './screen/tab-bar'
import { Toast } from './screen/toast'
import { AsynchronousMaker } from './wx/asynchronous'
import { createWx } from './wx/wx'

export interface GlobalsInput extends Device {
  engine: Engine
  stack: PageStack
  life: AppLife
  tabBar: TabBar | undefined
  screen: Screen
}

/** The names that a mini-program's code finds without importing them. */
export function provideGlobals(input: GlobalsInput): void {
  const { engine, stack, life, screen, errors } = input
  const { definitions } = engine
  const wx = createWx({
    ...input,
    overlays: screen.overlays,
    toast: new Toast(screen.overlays),
    asynchronous: new AsynchronousMaker(errors),
    redraw: () => {
      screen.redraw()
    },
  })
  Object.assign(window, {
    wx,
    App: (options: object) => {
      life.define(options)
    },
    Page: (definition: object) => {
      definitions.page(definition)
    },
    Component: (definition: object) => {
      definitions.component(definition)
    },
    Behavior: (definition: object) => definitions.behavior(definition),
    getApp: () => life.instance,
    getCurrentPages: () => stack.open.map(page => page.instance),
  })
}
