import type { DeployedFunction } from './function-folder'
import { FunctionInstance, type InstanceOptions, type Job } from './function-instance'

interface PoolOptions extends Omit<InstanceOptions, 'entry'> {
  /** how many instances one function may have */
  mostInstances: number
}

/** Calls that wait beyond this number are refused, as the platform refuses calls over its limit. */
const MOST_WAITING = 1000

/** The instances of all functions: started when a call finds none idle, kept warm, replaced when they end. */
export class FunctionPool {
  readonly #options: PoolOptions
  readonly #crews = new Map<string, Crew>()
  #stopping = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  run(deployed: DeployedFunction, job: Job): void {
    const crew = this.#crews.get(deployed.entry) ?? new Crew({ ...this.#options, entry: deployed.entry })
    this.#crews.set(deployed.entry, crew)
    if (this.#stopping) job.finish({ kind: 'ended', reason: 'the local cloud stops' })
    else crew.run(job)
  }

  /** Calls that run are finished; every later call meets a new instance, and so the code as it is now. */
  reload(): void {
    for (const crew of this.#crews.values()) crew.retire()
  }

  /** The same for one function only. */
  restart(entry: string): void {
    this.#crews.get(entry)?.retire()
  }

  /** Ends the instances of one function, calls that run included; later calls meet a new one. */
  async kill(entry: string): Promise<void> {
    await this.#crews.get(entry)?.kill()
  }

  /** What each instance of a function does now. */
  states(entry: string): FunctionInstance['state'][] {
    return this.#crews.get(entry)?.states() ?? []
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all([...this.#crews.values()].map(crew => crew.stop()))
  }
}

/** The instances of one function and the calls that wait for one. */
class Crew {
  readonly #options: PoolOptions & InstanceOptions
  readonly #instances = new Set<FunctionInstance>()
  readonly #waiting: Job[] = []

  constructor(options: PoolOptions & InstanceOptions) {
    this.#options = options
  }

  run(job: Job): void {
    if (this.#waiting.length >= MOST_WAITING) {
      job.finish({ kind: 'too-many-calls' })
      return
    }
    this.#waiting.push(job)
    this.#assign()
  }

  retire(): void {
    for (const instance of this.#instances) {
      instance.retired = true
      if (instance.state === 'idle') this.#dismiss(instance)
    }
    this.#assign()
  }

  async kill(): Promise<void> {
    await Promise.all([...this.#instances].map(instance => instance.kill()))
  }

  states(): FunctionInstance['state'][] {
    return [...this.#instances].map(({ state }) => state)
  }

  async stop(): Promise<void> {
    for (const job of this.#waiting.splice(0)) job.finish({ kind: 'ended', reason: 'the local cloud stops' })
    await Promise.all([...this.#instances].map(instance => instance.stop()))
  }

  #assign(): void {
    for (const instance of this.#current('idle')) {
      const job = this.#waiting.shift()
      if (!job) return
      instance.run(job)
    }
    const missing = this.#waiting.length - this.#current('starting').length
    const room = this.#options.mostInstances - this.#current().length
    for (let count = Math.min(missing, room); count > 0; count--) this.#start()
  }

  #current(state?: FunctionInstance['state']): FunctionInstance[] {
    return [...this.#instances].filter(({ retired, state: now }) => !retired && (state === undefined || now === state))
  }

  #start(): void {
    const instance = new FunctionInstance(this.#options, changed => {
      this.#changed(changed)
    })
    this.#instances.add(instance)
  }

  #changed(instance: FunctionInstance): void {
    if (instance.state === 'ended') {
      this.#instances.delete(instance)
      if (instance.unloadable && !instance.retired) this.#waiting.shift()?.finish(instance.unloadable)
    } else if (instance.retired) this.#dismiss(instance)
    this.#assign()
  }

  #dismiss(instance: FunctionInstance): void {
    this.#instances.delete(instance)
    void instance.stop()
  }
}
