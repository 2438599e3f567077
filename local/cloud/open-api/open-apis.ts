import { checkImage, checkText } from './content-checks'
import { type MediaChecks, newTraceId } from './media-checks'
import type { OpenApiAnswer, OpenApiRequest, Parameters } from './messages'
import { drawCode } from './mini-program-code'
import { answerOpenData, type OpenData } from './open-data'
import type { Outbox } from './outbox'
import { sendMessage } from './subscribe-message'
import type { Subscriptions } from './subscriptions'
import type { Visits } from './visits'

interface OpenApiParts {
  visits: Visits
  outbox: Outbox
  subscriptions: Subscriptions
  mediaChecks: MediaChecks
  openData: OpenData
  now: () => number
  /** the open APIs a function's config.json lists */
  permissionsOf(functionName: string): readonly string[]
}

type OpenApi = (parameters: Parameters, functionName: string) => OpenApiAnswer | Promise<OpenApiAnswer>

const NOT_FOUND = -604_100
const NO_PERMISSION = -604_101
const ILLEGAL_SOURCE = -604_104

/** WeChat's own APIs, by name, as far as the local cloud has them. */
export class OpenApis {
  readonly #parts: OpenApiParts
  readonly #byName: ReadonlyMap<string, OpenApi>

  constructor(parts: OpenApiParts) {
    this.#parts = parts
    this.#byName = catalogueOf(parts)
  }

  /** @param functionName the function that runs and asks; undefined for a request from elsewhere */
  async answer(name: string, request: OpenApiRequest, functionName: string | undefined): Promise<OpenApiAnswer> {
    if (functionName === undefined) return refused(ILLEGAL_SOURCE)
    if (name === 'ApiGetOpenDataByCloudId' && request.inner)
      return { kind: 'inner', bytes: answerOpenData(request.inner, this.#parts.openData) }
    const api = this.#byName.get(name)
    if (!api) return refused(NOT_FOUND)
    if (!this.#parts.permissionsOf(functionName).includes(name)) return refused(NO_PERMISSION)
    return api(request.parameters, functionName)
  }
}

const refused = (errorCode: number): OpenApiAnswer => ({ kind: 'refused', errorCode })

function catalogueOf({ visits, outbox, subscriptions, mediaChecks, now }: OpenApiParts): Map<string, OpenApi> {
  const answering =
    (contentOf: (parameters: Parameters, functionName: string) => Record<string, unknown>): OpenApi =>
    (parameters, functionName) => ({ kind: 'json', content: contentOf(parameters, functionName) })
  return new Map<string, OpenApi>([
    ['security.msgSecCheck', answering(parameters => checkText(parameters, visits, newTraceId()))],
    ['security.imgSecCheck', answering(checkImage)],
    ['security.mediaCheckAsync', answering(parameters => mediaChecks.start(parameters))],
    [
      'subscribeMessage.send',
      answering((parameters, functionName) =>
        sendMessage(parameters, { outbox, subscriptions, now: now(), functionName }),
      ),
    ],
    ['wxacode.getUnlimited', drawCode],
  ])
}
