import { relative } from 'node:path'

export interface Place {
  file: string
  /** from 1 */
  line?: number
}

/** Collects what is wrong with a mini-program, so that one build tells everything. */
export class Problems {
  readonly errors: string[] = []
  readonly warnings: string[] = []

  constructor(private readonly root: string) {}

  error(place: Place, message: string): void {
    this.errors.push(this.describe(place, message))
  }

  warn(place: Place, message: string): void {
    this.warnings.push(this.describe(place, message))
  }

  private describe(place: Place, message: string): string {
    const file = relative(this.root, place.file)
    return `${place.line === undefined ? file : `${file}:${place.line}`} ${message}`
  }
}

/** Thrown by a build; the message has one `file:line what` per line. */
export class PhoneBuildError extends Error {
  constructor(readonly problems: string[]) {
    super(`The mini-program cannot be built for the local phone:\n${problems.join('\n')}`)
    this.name = 'PhoneBuildError'
  }
}

export const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length
