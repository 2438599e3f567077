import { Worker } from 'node:worker_threads'
import type { PrintedLine } from '../call-log'
import { messageOf } from '../cloud-error'
import { instanceCode } from './instance-code'
import type { CallRequest, InstanceMessage, InstanceStart } from './instance/messages'
import type { Outcome } from './outcome'

export interface InstanceOptions extends InstanceStart {
  /** what the process environment holds between calls */
  variables: Record<string, string>
  /** megabytes */
  memory: number
}

export interface Job {
  request: CallRequest
  /** the time the call may take */
  seconds: number
  /** real milliseconds after which the instance dies in the middle of the call; for tests */
  killAfter?: number | undefined
  /** receives what the function prints during this call */
  print(line: PrintedLine): void
  finish(outcome: Outcome): void
}

/** The time a function may take to load; the platform counts it apart from the call. */
const LOAD_SECONDS = 20

/** One thread with one loaded function, which serves one call at a time until it ends. */
export class FunctionInstance {
  state: 'starting' | 'idle' | 'busy' | 'ended' = 'starting'
  /** set when newer code is there: to be stopped as soon as it is idle */
  retired = false
  /** why it ended without a call to tell, set when it never became ready */
  unloadable: Outcome | undefined

  readonly #worker: Worker
  readonly #changed: (instance: FunctionInstance) => void
  #job: Job | undefined
  #timer: NodeJS.Timeout
  #killTimer: NodeJS.Timeout | undefined

  /** @param changed is told when the instance has become idle or has ended */
  constructor({ entry, clock, variables, memory }: InstanceOptions, changed: (instance: FunctionInstance) => void) {
    this.#changed = changed
    this.#worker = new Worker(instanceCode(), {
      eval: true,
      workerData: { entry, clock } satisfies InstanceStart,
      env: variables,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    this.#timer = this.#limit(LOAD_SECONDS)
    this.#listen()
  }

  run(job: Job): void {
    this.state = 'busy'
    this.#job = job
    this.#timer = this.#limit(job.seconds)
    this.#worker.postMessage(job.request)
    if (job.killAfter !== undefined) this.#killTimer = setTimeout(() => void this.kill(), job.killAfter)
  }

  /** Ends the thread at once, in the middle of whatever it does, as a crash of its machine would. */
  async kill(): Promise<void> {
    if (this.state === 'starting') this.retired = true // Nobody's call has failed yet.
    this.#end({ kind: 'ended', reason: '1 code exit unexpected' })
    await this.#worker.terminate()
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#end({ kind: 'ended', reason: 'the local cloud stops' })
    await this.#worker.terminate()
  }

  #limit(seconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#end({ kind: 'timed-out', seconds })
      void this.#worker.terminate()
    }, seconds * 1000)
  }

  #listen(): void {
    const worker = this.#worker
    worker.on('message', (message: unknown) => {
      if (isMessage(message)) this.#receive(message)
    })
    worker.on('error', (thrown: unknown) => {
      this.#end({ kind: 'ended', reason: messageOf(thrown) })
    })
    worker.on('exit', code => {
      this.#end({ kind: 'ended', reason: `${code} code exit unexpected` })
    })
  }

  #receive(message: InstanceMessage): void {
    if (message.type === 'printed') this.#job?.print(message.line)
    else if (message.type === 'unloadable') this.#end({ kind: 'threw', failure: message.failure })
    else if (message.type === 'ready') this.#settle('idle')
    else this.#settle('idle', outcomeOf(message))
  }

  /** Whatever is reported after the end is only its echo. */
  #end(outcome: Outcome): void {
    if (this.state === 'ended') return
    if (this.state === 'starting') this.unloadable = outcome
    this.#settle('ended', outcome)
  }

  #settle(state: 'idle' | 'ended', outcome?: Outcome): void {
    if (this.state === 'ended') return
    clearTimeout(this.#timer)
    clearTimeout(this.#killTimer)
    this.state = state
    const job = this.#job
    this.#job = undefined
    if (outcome) job?.finish(outcome)
    this.#changed(this)
  }
}

const isMessage = (value: unknown): value is InstanceMessage =>
  typeof value === 'object' && value !== null && 'type' in value

const outcomeOf = (message: InstanceMessage & { type: 'returned' | 'threw' }): Outcome =>
  message.type === 'returned'
    ? { kind: 'returned', result: message.result }
    : { kind: 'threw', failure: message.failure }
