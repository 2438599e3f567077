/** The few names of the platform's `wx` that stores and services touch at their start, for tests of pure modules. */
export interface PlatformPhone {
  storage: Map<string, unknown>
  /** Makes the storage refuse, as a full one does. */
  breakStorage(): void
  /** What the cloud does with each call, in turn; the last one stays. */
  answers: ((request: { name: string; data: unknown }) => Promise<unknown>)[]
  sent: { name: string; data: unknown }[]
}

/** Puts a phone's platform in place; modules that look at it when they load must be required after this. */
export function installPlatformPhone(): PlatformPhone {
  let broken = false
  const refuse = () => {
    if (broken) throw new Error('setStorage:fail exceed storage max size')
  }
  const phone: PlatformPhone = {
    storage: new Map(),
    breakStorage() {
      broken = true
    },
    answers: [],
    sent: [],
  }
  const wx = {
    getStorageSync(name: string) {
      refuse()
      return phone.storage.get(name) ?? ''
    },
    setStorageSync(name: string, value: unknown) {
      refuse()
      phone.storage.set(name, value)
    },
    cloud: {
      callFunction(request: { name: string; data: unknown }) {
        phone.sent.push(request)
        const answer = phone.answers.length > 1 ? phone.answers.shift() : phone.answers[0]
        return answer ? answer(request) : Promise.reject(new Error('no answer is prepared'))
      },
    },
  }
  Object.assign(globalThis, { wx })
  return phone
}
