import { jsonOf } from '../json'
import { askSubscription } from '../screen/subscribe-sheet'
import { type Options, WxFailure } from './asynchronous'
import type { Family, Phone } from './phone'

const MOST_TEMPLATES = 5

function idsIn({ tmplIds }: Options): string[] {
  const ids: unknown[] = Array.isArray(tmplIds) ? tmplIds : []
  if (ids.length === 0) throw new WxFailure('tmplIds can not be empty', { errCode: 10001 })
  if (ids.length > MOST_TEMPLATES) throw new WxFailure('Templates count out of max bounds', { errCode: 20003 })
  return ids.map(String)
}

/** The platform counts every consent; here the local cloud does. */
async function record({ network, settings }: Phone, templateIds: string[]): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-persona': settings.persona }
  const init = { method: 'POST', headers, body: jsonOf({ templateIds }) ?? '{}' }
  const response = await network.fetch('/subscriptions', init).catch((error: unknown) => {
    throw new WxFailure(`request fail ${String(error)}`, { errCode: 10003 })
  })
  if (!response.ok) throw new WxFailure(`the cloud answered ${response.status}`, { errCode: 10003 })
}

async function ask(phone: Phone, options: Options): Promise<object> {
  const ids = idsIn(options)
  if (!navigator.userActivation.isActive)
    throw new WxFailure('can only be invoked by user TAP gesture.', { errCode: 20001 })
  const allowed = (await askSubscription(phone.overlays, ids)) ?? []
  if (allowed.length > 0) await record(phone, allowed)
  return Object.fromEntries(ids.map(id => [id, allowed.includes(id) ? 'accept' : 'reject']))
}

export function subscriptionFamily(phone: Phone): Family {
  return {
    requestSubscribeMessage: phone.asynchronous.make('requestSubscribeMessage', options => ask(phone, options)),
  }
}
