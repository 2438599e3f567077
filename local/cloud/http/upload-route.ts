import type { IncomingMessage } from 'node:http'
import type { Faults } from '../faults/faults'
import type { PhoneCalls } from '../phone-calls'
import { type PhoneFiles, STORAGE_REFUSALS, type StorageRefusal } from '../storage/phone-files'
import { answerJson } from './answer'
import { contentOf, dropBody } from './body'
import { openIdOf } from './caller'
import { LostConnection } from './refusal'
import type { Exchange, Route } from './route'

interface UploadParts {
  calls: PhoneCalls
  files: PhoneFiles
  faults: Faults
}

/** What the browser phone's `wx.cloud.uploadFile` reaches: `?path=` and the bytes as the body. */
export function uploadRoute(parts: UploadParts): Route {
  return {
    POST: async exchange => {
      const { request, response } = exchange
      const kept = await receive(parts, exchange)
      if (typeof kept === 'string') {
        await dropBody(request)
        const [errCode, reason] = STORAGE_REFUSALS[kept]
        answerJson(response, { errCode, errMsg: `cloud.uploadFile:fail ${errCode} ${reason}` })
      } else answerJson(response, { ...kept, statusCode: 204, errMsg: 'cloud.uploadFile:ok' })
    },
  }
}

async function receive({ calls, files, faults }: UploadParts, { request, url }: Exchange) {
  const [openId, path] = [openIdOf(request, calls), url.searchParams.get('path') ?? '']
  const refusal = files.refusalOf(openId, path) ?? refusalOfSize(request, files.mostBytes)
  if (refusal) return refusal
  const content = faults.cutsUpload() ? firstHalf(request) : contentOf(request)
  return files.upload({ openId, path, content })
}

/** What is announced as too large is not even begun. */
const refusalOfSize = ({ headers }: IncomingMessage, most: number): StorageRefusal | undefined =>
  Number(headers['content-length'] ?? 0) > most ? 'too-large' : undefined

async function* firstHalf(request: IncomingMessage): AsyncGenerator<Buffer> {
  const half = Math.floor(Number(request.headers['content-length'] ?? 0) / 2)
  let bytes = 0
  for await (const chunk of contentOf(request)) {
    if (!(chunk instanceof Buffer) || bytes >= half) break
    yield chunk.subarray(0, half - bytes)
    bytes += chunk.length
  }
  throw new LostConnection()
}
