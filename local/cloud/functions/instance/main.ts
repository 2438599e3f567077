import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { installCloudDate } from './cloud-date'
import { type CallRequest, failureOf, type InstanceMessage, type InstanceStart } from './messages'
import { installConsole } from './printing'

// The whole of one function instance. It is bundled and run in a thread of its own.

type Handler = (event: unknown, context: Record<string, unknown>) => unknown

const isStart = (value: unknown): value is InstanceStart =>
  typeof value === 'object' && value !== null && 'entry' in value
const isCall = (value: unknown): value is CallRequest => typeof value === 'object' && value !== null && 'event' in value

const post = (message: InstanceMessage): void => {
  parentPort?.postMessage(message)
}

let variablesOfLastCall: string[] = []

/** The platform rewrites the environment before every call: nothing of the last caller may be left. */
function enterEnvironment(variables: Record<string, string>): void {
  for (const name of variablesOfLastCall) Reflect.deleteProperty(process.env, name)
  variablesOfLastCall = Object.keys(variables)
  Object.assign(process.env, variables)
}

function load(entry: string): Handler {
  const loaded: unknown = createRequire(entry)(entry)
  const main: unknown = typeof loaded === 'object' && loaded !== null && 'main' in loaded ? loaded.main : undefined
  if (typeof main !== 'function') throw new TypeError('index.js exports no main')
  return (event, context): unknown => Reflect.apply(main, undefined, [event, context])
}

async function answer(handler: Handler, { event, context, variables }: CallRequest): Promise<InstanceMessage> {
  try {
    enterEnvironment(variables)
    const result: unknown = await handler(JSON.parse(event), context)
    // Inside a list even undefined has a text.
    return { type: 'returned', result: JSON.stringify([result]).slice(1, -1) }
  } catch (thrown) {
    return { type: 'threw', failure: failureOf(thrown) }
  }
}

/** A signal from this thread would end the whole local cloud; it ends the instance instead. */
function keepSignalsInside(): void {
  process.kill = () => process.exit(1)
}

function start({ entry, clock }: InstanceStart): void {
  installCloudDate(clock)
  installConsole(line => {
    post({ type: 'printed', line })
  })
  keepSignalsInside()
  try {
    const handler = load(entry)
    parentPort?.on('message', (message: unknown) => {
      if (isCall(message)) void answer(handler, message).then(post)
    })
    post({ type: 'ready' })
  } catch (thrown) {
    post({ type: 'unloadable', failure: failureOf(thrown) })
  }
}

const given: unknown = workerData
if (isStart(given)) start(given)
