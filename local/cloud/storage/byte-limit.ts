import { Transform } from 'node:stream'
import { CloudError } from '../cloud-error'

/** Lets a stream through up to this many bytes, and breaks it off with the next. */
export function refuseBeyond(mostBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > mostBytes) done(new CloudError('STORAGE_REQUEST_FAIL', `the file is larger than ${mostBytes} bytes`))
      else done(null, chunk)
    },
  })
}
