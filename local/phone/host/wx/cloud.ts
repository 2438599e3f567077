import { loadGlyphs } from '../device/glyphs'
import { isRecord } from '../engine/instance'
import { jsonOf } from '../json'
import { WxFailure } from './asynchronous'
import { cloudFiles } from './cloud-files'
import { provideNames } from './provide-names'
import type { Family, Phone } from './phone'

const GENERAL_ERROR = -1

/** What the platform's own SDK rejects with. */
function cloudFailure(errCode: number, reason: string): WxFailure {
  return new WxFailure(reason, { errCode, errMsg: `cloud.callFunction:fail ${reason}` })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function answerOf(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  const answer = parse(text)
  await loadGlyphs(text)
  if (!isRecord(answer)) throw cloudFailure(GENERAL_ERROR, `Error: the cloud answered ${response.status} without JSON`)
  return answer
}

async function callFunction(phone: Phone, name: unknown, data: unknown): Promise<object> {
  if (typeof name !== 'string') throw cloudFailure(GENERAL_ERROR, 'parameter.name should be String')
  const { network, settings } = phone
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-persona': settings.persona },
    body: jsonOf({ name, data: data ?? {} }) ?? '{}',
  }
  const response = await network.fetch('/call', init).catch((error: unknown) => {
    const reason = error instanceof DOMException ? 'net::ERR_NETWORK_CHANGED' : String(error)
    throw cloudFailure(GENERAL_ERROR, `request:fail ${reason.replace(/^TypeError: /, '')}`)
  })
  const { errCode, errMsg, result, requestID } = await answerOf(response)
  if (typeof errCode === 'number' && errCode !== 0) {
    throw new WxFailure(String(errMsg), { errCode, errMsg: String(errMsg), requestID })
  }
  return { result: result ?? null, requestID }
}

/** wx.cloud: functions go to the local cloud, in the name of the phone's persona. */
export function cloudFamily(phone: Phone): Family {
  let isInitialized = false
  const ready = () => {
    if (!isInitialized)
      throw new WxFailure(`Cloud API isn't enabled, please call wx.cloud.init first`, { errCode: GENERAL_ERROR })
  }
  const call = phone.asynchronous.make('cloud.callFunction', async ({ name, data }) => {
    ready()
    try {
      return await callFunction(phone, name, data)
    } finally {
      window.dispatchEvent(new Event('phone-called'))
    }
  })
  const provided = {
    init() {
      isInitialized = true
    },
    callFunction: call,
    ...cloudFiles(phone, ready),
  }
  return { cloud: provideNames('wx.cloud', provided, phone.errors) }
}
