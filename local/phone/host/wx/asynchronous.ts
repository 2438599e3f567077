import type { ErrorLog } from '../device/error-log'
import { isFunction, isRecord } from '../engine/instance'

export type Options = Record<string, unknown>

/** Thrown by a function of `wx` that fails; further fields (errno, errCode) go to the caller too. */
export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly fields: object = {},
  ) {
    super(reason)
  }
}

function describe(name: string, error: unknown): Record<string, unknown> {
  const reason = error instanceof Error ? error.message : String(error)
  const fields = isRecord(error) && isRecord(error.fields) ? error.fields : {}
  return { errMsg: `${name}:fail ${reason}`, ...fields }
}

export type Asynchronous = (options?: unknown) => Promise<unknown> | undefined

/** Makes functions with success, fail and complete callbacks, which answer a promise where none of them is given. */
export class AsynchronousMaker {
  constructor(private readonly errors: ErrorLog) {}

  make(name: string, work: (options: Options) => unknown): Asynchronous {
    return given => {
      const options = isRecord(given) ? given : {}
      const result = Promise.resolve()
        .then(() => work(options))
        .then(
          value => ({ ...(isRecord(value) ? value : {}), errMsg: `${name}:ok` }),
          (error: unknown) => Promise.reject(failureOf(name, error)),
        )
      if (!['success', 'fail', 'complete'].some(callback => isFunction(options[callback]))) return result
      result.then(
        value => {
          this.tell(options, 'success', value)
        },
        (failure: unknown) => {
          this.tell(options, 'fail', failure)
        },
      )
      return undefined
    }
  }

  private tell(options: Options, name: 'success' | 'fail', value: unknown): void {
    for (const callback of [options[name], options.complete]) {
      if (isFunction(callback)) this.errors.guard(() => callback(value))
    }
  }
}

// Callers on a phone get an object with errMsg; it is an Error here so that an unhandled one can be read.
function failureOf(name: string, error: unknown): Error {
  const fields = describe(name, error)
  return Object.assign(new Error(String(fields.errMsg)), fields)
}
