import type { BuiltInDoors } from './built-ins/all'
import type { Device } from './device/device'
import type { PageStack } from './pages/page-stack'
import type { Screen } from './screen/screen'
import { sharePage } from './share'
import { followNavigator } from './wx/navigation'

const NORMAL_TEXT_PX = 16

/** What elements do beyond themselves. Stack and screen are asked for later: the elements are defined before them. */
export function builtInDoors(device: Device, stack: () => PageStack, screen: () => Screen): BuiltInDoors {
  const { manifest, settings, errors } = device
  return {
    missingTags: manifest.missingTags,
    missing: name => {
      errors.report(new Error(`${name} is not provided by the local phone`))
    },
    go: target => followNavigator(stack(), target),
    openTypes: {
      share: ({ node }) => {
        const { current } = stack()
        const target = { id: node.id, dataset: node.dataset }
        if (current !== undefined) void sharePage(current, screen().overlays, 'button', target)
      },
    },
    applyMeta: (root, meta) => {
      const page = stack().open.find(open => open.instance._$ === root)
      page?.applyMeta(meta, NORMAL_TEXT_PX * settings.fontScale)
      if (page === stack().current) screen().redraw()
    },
  }
}

/** Reports an attribute that a built-in tag does not know; other warnings of the engine are not about that. */
export function isMissingAttribute(doors: BuiltInDoors, message: string, tag: string | undefined): boolean {
  const attribute = /^"(\w+)" is not a valid property$/.exec(message)?.[1]
  if (tag === undefined || attribute === undefined) return false
  // A stand-in for a missing tag has been reported as a whole.
  if (!doors.missingTags.includes(tag)) doors.missing(`<${tag} ${attribute}>`)
  return true
}
