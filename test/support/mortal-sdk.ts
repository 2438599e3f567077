import * as cloud from 'wx-server-sdk'

let left = Infinity

type Work = (this: unknown, ...given: unknown[]) => Promise<unknown>

const isWork = (value: unknown): value is Work => typeof value === 'function'

/** After the last allowed write nothing more comes of anything, as in an instance that was ended. */
function counting(work: Work, cost: number): Work {
  return function (...given) {
    if (left <= 0) return Promise.reject(new Error('this instance is dead'))
    left -= cost
    return work.apply(this, given)
  }
}

function watch(object: object, names: readonly string[], cost: number): void {
  for (const name of names) {
    let owner: unknown = object
    while (typeof owner === 'object' && owner !== null && !Object.hasOwn(owner, name))
      owner = Object.getPrototypeOf(owner)
    if (typeof owner !== 'object' || owner === null) throw new Error(`the SDK has no ${name}`)
    const work: unknown = Reflect.get(owner, name)
    if (isWork(work)) Reflect.set(owner, name, counting(work, cost))
  }
}

/** Makes the SDK of this process mortal: from now on `dieAfter` says how many writes it has left. */
export function makeSdkMortal(): void {
  const anything = cloud.database().collection('anything')
  watch(anything, ['add'], 1)
  watch(anything.where({ _id: '' }), ['update', 'remove'], 1)
  watch(anything.where({ _id: '' }), ['get'], 0)
}

export function dieAfter(writes: number): void {
  left = writes
}
