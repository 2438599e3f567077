import type { BuiltInDoors } from './built-ins/all'
import type { Device } from './device/device'
import { personaName } from './device/persona-name'
import { openTypes } from './open-types'
import type { PageStack } from './pages/page-stack'
import { offerName } from './screen/name-bar'
import type { Screen } from './screen/screen'
import { openWheels } from './screen/wheel-sheet'
import { followNavigator } from './wx/navigation'
import { provideNames } from './wx/provide-names'

const NORMAL_TEXT_PX = 16
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** What elements do beyond themselves. Stack and screen are asked for later: the elements are defined before them. */
export function builtInDoors(device: Device, stack: () => PageStack, screen: () => Screen): BuiltInDoors {
  const { manifest, settings, errors, addresses, clock } = device
  const overlays = () => screen().overlays
  return {
    missingTags: manifest.missingTags,
    missing: name => {
      errors.report(new Error(`${name} is not provided by the local phone`))
    },
    go: target => followNavigator(stack(), target),
    openTypes: openTypes(device, stack, overlays),
    find: (source, fromPath) => addresses.find(source, fromPath),
    provide: (label, provided) => provideNames(label, provided, errors),
    openWheels: plan => openWheels(overlays(), plan),
    now: () => {
      const [date = '', time = ''] = new Date(clock.now() + BEIJING_OFFSET_MS).toISOString().split('T')
      return { date, time }
    },
    offerName: async use => {
      const name = await personaName(settings.persona)
      return name === '' ? () => undefined : offerName(overlays(), name, use)
    },
    applyMeta: (root, meta) => {
      const page = stack().open.find(open => open.instance._$ === root)
      page?.applyMeta(meta, NORMAL_TEXT_PX * settings.fontScale)
      if (page === stack().current) screen().redraw()
    },
  }
}
