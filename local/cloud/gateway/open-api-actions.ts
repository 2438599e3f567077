import * as v from 'valibot'
import type { OpenApiAnswer, Parameters } from '../open-api/messages'
import type { OpenApis } from '../open-api/open-apis'
import { isRecord } from '../database/values/bson'
import { invalidParameter } from '../cloud-error'
import { type Action, parseBody } from './action'

const Call = v.object({ apiName: v.string(), requestData: v.optional(v.string(), '{}') })

/** `callOpenAPI`: the open APIs in JSON. Those of `cloud.openapi` come as forms, which the gateway takes apart. */
export function openApiActions(openApis: OpenApis): Record<string, Action> {
  return {
    'wx.api': async (body, { session }) => {
      const { apiName, requestData } = parseBody(Call, body)
      const request = { parameters: parametersOf(requestData), inner: undefined }
      const answer = await openApis.answer(apiName, request, session?.entry.functionName)
      return { data: { responseData: textOf(answer) } }
    },
  }
}

function textOf(answer: OpenApiAnswer): string {
  if (answer.kind === 'json') return JSON.stringify(answer.content)
  if (answer.kind === 'refused') return JSON.stringify({ errcode: answer.errorCode, errmsg: 'system error' })
  throw invalidParameter('this API does not answer in JSON')
}

function parametersOf(text: string): Parameters {
  try {
    const parsed: unknown = JSON.parse(text || '{}')
    if (isRecord(parsed)) return parsed
  } catch {
    // Said below, as for every other text that is no object.
  }
  throw invalidParameter('requestData is not JSON')
}
