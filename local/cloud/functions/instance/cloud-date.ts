import { readInstant } from './shared-instant'

/** Makes `Date` tell the cloud's clock in this thread, for function code that knows nothing of it. */
export function installCloudDate(clock: SharedArrayBuffer): void {
  const cells = new Float64Array(clock)
  const RealDate = Date
  const now = (): number => readInstant(cells, RealDate.now())
  const CloudDate = new Proxy(RealDate, {
    construct: (target, values: unknown[], newTarget) =>
      objectOf(Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget)),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  RealDate.prototype.constructor = CloudDate
  globalThis.Date = CloudDate
}

function objectOf(made: unknown): object {
  if (typeof made === 'object' && made !== null) return made
  throw new TypeError('a constructor made no object')
}
