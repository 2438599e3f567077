import { jsonOf } from '../json'
import { Listeners } from './listeners'

function describe(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'errMsg' in value) return String(value.errMsg)
  return jsonOf(value) ?? String(value)
}

/** Everything that goes wrong on the phone, for tests to read and for wx.onError. */
export class ErrorLog {
  readonly errors: string[] = []
  /** what the engine finds odd in the mini-program's own templates and code */
  readonly warnings: string[] = []
  readonly onError = new Listeners<[message: string]>()
  readonly onRejection = new Listeners<[reason: unknown, promise: Promise<unknown>]>()
  private readonly reported = new WeakSet()
  private readonly print = console.error.bind(console)

  /** Listens to the window and to the console. */
  attach(): void {
    console.error = (...parts: unknown[]) => {
      this.note(parts.map(describe).join(' '))
    }
    window.addEventListener('error', event => {
      // Scripts fail with an error; pictures that fail are the business of their own element.
      if (event instanceof ErrorEvent) this.report(event.error ?? event.message)
    })
    window.addEventListener('unhandledrejection', event => {
      event.preventDefault()
      this.note(`unhandled rejection: ${describe(event.reason)}`)
      this.onRejection.tell(event.reason, event.promise)
    })
    document.addEventListener('securitypolicyviolation', event => {
      this.note(`blocked: ${event.blockedURI} (${event.violatedDirective})`)
    })
  }

  /** An error of the mini-program's code, which its own listeners hear too; noted once however often it is caught. */
  report(error: unknown): void {
    if (typeof error === 'object' && error !== null) {
      if (this.reported.has(error)) return
      this.reported.add(error)
    }
    const message = describe(error)
    this.note(message)
    this.onError.tell(message)
  }

  /** Runs code of the mini-program; what it throws is reported, not thrown on. */
  guard<Result>(work: () => Result): Result | undefined {
    try {
      return work()
    } catch (error) {
      this.report(error)
      return undefined
    }
  }

  private note(message: string): void {
    this.errors.push(message)
    this.print(message)
  }
}
