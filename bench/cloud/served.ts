import { createServer } from 'node:http'
import { startCloud } from '../../local/cloud/start-cloud'

const LOOPBACK = '127.0.0.1'

/** A cloud and a bare echo in a process of their own, which ends with the one that started it. */
async function serve(folder: string, manifestFile: string): Promise<void> {
  process.stdin.on('end', () => process.exit()).resume()
  const cloud = await startCloud({ functionsRoot: folder, manifestFile, dataRoot: folder, personas: [] })
  console.log(JSON.stringify({ cloud: cloud.url, echo: await startEcho() }))
}

/** Reads JSON and answers JSON of the size that is asked for: the least that any gateway has to do. */
function startEcho(): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const size = Number(request.headers['x-answer-bytes'])
      JSON.parse(Buffer.concat(chunks).toString())
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify('x'.repeat(size)))
    })
  })
  return new Promise(resolve => {
    server.listen(0, LOOPBACK, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(`http://${LOOPBACK}:${address.port}`)
    })
  })
}

const [, , folder = '', manifestFile = ''] = process.argv
void serve(folder, manifestFile)
