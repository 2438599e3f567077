import { findFunction, functionNames } from './function-folder'
import type { FunctionInstance } from './function-instance'
import type { FunctionPool } from './function-pool'

/** The deployed functions and their instances, for tests and for whoever looks after the cloud. */
export class FunctionControl {
  readonly #root: string
  readonly #pool: FunctionPool

  constructor(root: string, pool: FunctionPool) {
    this.#root = root
    this.#pool = pool
  }

  names(): string[] {
    return functionNames(this.#root)
  }

  /** What each instance of a function does now; empty when none was started. */
  instances(name: string): FunctionInstance['state'][] {
    return this.#pool.states(this.#entryOf(name))
  }

  /** Ends its instances in the middle of their calls, which fail; resolves when they are gone. */
  async kill(name: string): Promise<void> {
    await this.#pool.kill(this.#entryOf(name))
  }

  /** Lets running calls finish; every later call meets a new instance with nothing in its memory. */
  restart(name: string): void {
    this.#pool.restart(this.#entryOf(name))
  }

  #entryOf(name: string): string {
    const found = findFunction(this.#root, name)
    if (!found) throw new Error(`no function ${name} is deployed`)
    return found.entry
  }
}
