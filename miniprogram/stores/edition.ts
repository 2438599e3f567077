import { editions, type Home } from '../contract/editions'
import { goodUntil } from '../lib/edition-freshness'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { heardTime, serverNow } from './server-clock'

/** The running edition as last heard of; null until the first answer. */
export const edition = createStore<Home | null>(null)

/** Asks again. Throws CallError. */
export async function refreshEdition(): Promise<Home> {
  const home = await call(editions.home, {})
  heardTime(home.now)
  edition.set(home)
  return home
}

/** The edition as it is now: the one last heard of while it still holds, else asked for. Throws CallError. */
export async function currentEdition(): Promise<Home> {
  const known = edition.get()
  return known && serverNow() < goodUntil(known) ? known : refreshEdition()
}
