import { WXS_TYPE } from '../../shared/wxs-type'

const typeOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1)

/** What WXS code finds around it: `x.constructor` is rewritten by the build to a property that answers a type name. */
export function provideWxsTypes(): void {
  Object.defineProperty(Object.prototype, WXS_TYPE, {
    get(this: unknown) {
      return typeOf(this)
    },
    configurable: true,
    enumerable: false,
  })
}

export const getRegExp = (pattern: string, flags?: string) => new RegExp(pattern, flags)

export function getDate(...parts: unknown[]): Date {
  const [first, second, ...rest] = parts
  if (second !== undefined) {
    const [day = 1, hours = 0, minutes = 0, seconds = 0, ms = 0] = rest.map(Number)
    return new Date(Number(first), Number(second), day, hours, minutes, seconds, ms)
  }
  return typeof first === 'number' || typeof first === 'string' ? new Date(first) : new Date()
}
