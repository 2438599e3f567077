import { Console } from 'node:console'
import { Writable } from 'node:stream'
import type { PrintedLine } from '../../call-log'

/** Sends what function code prints to the log instead of the terminal, in step with the call's result. */
export function installConsole(print: (line: PrintedLine) => void): void {
  const streamTo = (stream: PrintedLine['stream']): Writable =>
    new Writable({
      decodeStrings: false,
      write: (chunk: unknown, _encoding, done) => {
        print({ stream, text: String(chunk).replace(/\n$/, '') })
        done()
      },
    })
  globalThis.console = new Console({ stdout: streamTo('out'), stderr: streamTo('error') })
}
