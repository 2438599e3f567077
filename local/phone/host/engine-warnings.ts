import type { BuiltInDoors } from './built-ins/all'
import type { ErrorLog } from './device/error-log'
import type { Engine, EngineWarning } from './engine/engine'

const NOT_A_PROPERTY = /^"(\w+)" is not a valid property$/

/** Reports an attribute that a built-in tag does not know; other warnings of the engine are not about that. */
function isMissingAttribute(doors: BuiltInDoors, { message, tag }: EngineWarning): boolean {
  const attribute = NOT_A_PROPERTY.exec(message)?.[1]
  if (tag === undefined || attribute === undefined) return false
  // A stand-in for a missing tag has been reported as a whole.
  if (!doors.missingTags.includes(tag)) doors.missing(`<${tag} ${attribute}>`)
  return true
}

/** Notes what the engine finds odd in the mini-program's own components; Vant's are as they are. */
function noteWarning(errors: ErrorLog, { message, component }: EngineWarning): void {
  const isForeign = component === '' || component.startsWith('miniprogram_npm/') || component.startsWith('wx/')
  // The engine drops aria attributes of components, which the real client keeps.
  const isAria = NOT_A_PROPERTY.exec(message)?.[1]?.startsWith('aria') === true
  if (!isForeign && !isAria) errors.warnings.push(`${component}: ${message}`)
}

/** What goes wrong inside the engine reaches the phone's own lists. */
export function followEngine(engine: Engine, doors: BuiltInDoors, errors: ErrorLog): void {
  engine.onError(error => {
    errors.report(error)
  })
  engine.onWarning(warning => {
    if (isMissingAttribute(doors, warning)) return false
    noteWarning(errors, warning)
    return true
  })
}
