import type { ErrorLog } from '../device/error-log'

// Asked of any object by the language itself.
const NEVER_MISSING = new Set(['then', 'toJSON'])

/**
 * An object whose other names fail as soon as they are used. Reading such a name answers something true, for code may
 * ask whether a function is there (on a phone it would be); calling it, or reading further, throws and is reported.
 */
export function provideNames(label: string, provided: object, errors: ErrorLog): object {
  const missing = (name: string): unknown => {
    const fail = (): never => {
      const error = new Error(`${label}.${name} is not provided by the local phone`)
      errors.report(error)
      throw error
    }
    return new Proxy(fail, { get: (_target, key) => (typeof key === 'symbol' ? undefined : fail()) })
  }
  return new Proxy(provided, {
    get: (target, name): unknown =>
      typeof name === 'symbol' || NEVER_MISSING.has(name) || name in target ? Reflect.get(target, name) : missing(name),
  })
}
