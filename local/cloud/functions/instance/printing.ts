import { Console } from 'node:console'
import { Writable } from 'node:stream'
import type { PrintedLine } from '../../call-log'

/**
 * Sends what function code prints to the log instead of the terminal. A thread's own streams would come late:
 * after the call's result, and then to the wrong call.
 */
export function installConsole(print: (line: PrintedLine) => void): void {
  const streamTo = (stream: PrintedLine['stream']): Writable =>
    new Writable({
      decodeStrings: false,
      write: (chunk: unknown, _encoding, done) => {
        print({ stream, text: String(chunk).replace(/\n$/, '') })
        done()
      },
    })
  const [stdout, stderr] = [streamTo('out'), streamTo('error')]
  Object.defineProperty(process, 'stdout', { value: stdout })
  Object.defineProperty(process, 'stderr', { value: stderr })
  globalThis.console = new Console({ stdout, stderr })
}
