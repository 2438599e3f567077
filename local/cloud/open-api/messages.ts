import { invalidParameter } from '../cloud-error'
import { bytesField, numberField, readFields } from './wire'

/** What a function asks of an open API: JSON by name, or the bytes of a file. */
export type Parameters = Record<string, unknown>

export interface OpenApiRequest {
  parameters: Parameters
  /** the request of an API inside WeChat (`getOpenData`), which is a message of its own */
  inner: Buffer | undefined
}

export type OpenApiAnswer =
  | { kind: 'json'; content: Record<string, unknown> }
  | { kind: 'file'; contentType: string; bytes: Buffer }
  | { kind: 'inner'; bytes: Buffer }
  | { kind: 'refused'; errorCode: number }

// The field numbers of the messages CommApiData, OpenApiData with its pairs, SvrkitData and CommOpenApiResp.
const REQUEST = { openApiData: 2, svrkitData: 4 } as const
const OPEN_API_DATA = { pair: 1 } as const
const PAIR = { key: 1, value: 2, fileName: 4 } as const
const SVRKIT_DATA = { reqData: 2 } as const
const ANSWER = { respData: 1, contentType: 2, errorCode: 3, httpCode: 4 } as const

/** @throws CloudError INVALID_PARAM for bytes that are no request */
export function decodeRequest(bytes: Buffer): OpenApiRequest {
  try {
    const pairs = inside(bytes, REQUEST.openApiData).flatMap(data => inside(data, OPEN_API_DATA.pair))
    const inner = inside(bytes, REQUEST.svrkitData).flatMap(data => inside(data, SVRKIT_DATA.reqData))[0]
    return { parameters: Object.fromEntries(pairs.map(parameterOf)), inner }
  } catch {
    throw invalidParameter('the request data cannot be read')
  }
}

function parameterOf(pair: Buffer): [string, unknown] {
  const [name = ''] = inside(pair, PAIR.key).map(String)
  const [value = Buffer.alloc(0)] = inside(pair, PAIR.value)
  if (inside(pair, PAIR.fileName).length > 0) return [name, value]
  const parsed: unknown = JSON.parse(value.toString('utf8'))
  return [name, parsed]
}

export function encodeAnswer(answer: OpenApiAnswer): Buffer {
  switch (answer.kind) {
    case 'json':
      return content(Buffer.from(JSON.stringify(answer.content)), 'application/json')
    case 'file':
      return content(answer.bytes, answer.contentType)
    case 'inner':
      return Buffer.concat([bytesField(ANSWER.respData, answer.bytes), numberField(ANSWER.httpCode, 200)])
    case 'refused':
      return Buffer.concat([numberField(ANSWER.errorCode, answer.errorCode), numberField(ANSWER.httpCode, 200)])
  }
}

const content = (bytes: Buffer, contentType: string): Buffer =>
  Buffer.concat([
    bytesField(ANSWER.respData, bytes),
    bytesField(ANSWER.contentType, contentType),
    numberField(ANSWER.httpCode, 200),
  ])

const inside = (message: Buffer, number: number): Buffer[] =>
  readFields(message).flatMap(field => (field.number === number && field.value instanceof Buffer ? [field.value] : []))
