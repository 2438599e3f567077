import { editions, type Home } from '../contract/editions'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { heardTime } from './server-clock'

/** The running edition as last heard of; null until the first answer. */
export const edition = createStore<Home | null>(null)

/** Asks again, and keeps showing the old answer while it waits. Throws CallError. */
export async function refreshEdition(): Promise<Home> {
  const home = await call(editions.home, {})
  heardTime(home.now)
  edition.set(home)
  return home
}
