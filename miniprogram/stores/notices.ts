import { type Notice, notices } from '../contract/notices'
import type { Paged } from '../contract/people'
import type { RegionCode } from '../contract/regions'
import { type Instant, MINUTE } from '../contract/time'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { homeRegion, me } from './me'
import { serverNow } from './server-clock'

/** Notices of a chain of regions, and down to which region it goes. */
export interface HeardNotices {
  items: Notice[]
  region: RegionCode | null
}

/** The newest notices of a chain, as last heard of. */
const newest = createStore<(HeardNotices & Paged<Notice> & { until: Instant }) | null>(null)

/** What is known without asking. */
export const knownNotices = (): HeardNotices => newest.get() ?? { items: [], region: null }

/** The person's region; the country's notices are for everybody else. A phone that cannot ask knows none. */
export async function ownRegion(): Promise<RegionCode | null> {
  await me().catch(() => null)
  return homeRegion()
}

const ask = (region: RegionCode | null, after: string | null): Promise<Paged<Notice>> =>
  call(notices.list, { region, after })

/** The newest ones, asked for at most once a minute. Throws CallError. */
export async function newestNotices(region: RegionCode | null): Promise<Paged<Notice>> {
  const known = newest.get()
  if (known?.region === region && serverNow() < known.until) return known
  return refreshNotices(region)
}

/** Asks for the newest ones again. Throws CallError. */
export async function refreshNotices(region: RegionCode | null): Promise<Paged<Notice>> {
  const heard = await ask(region, null)
  newest.set({ ...heard, region, until: serverNow() + MINUTE })
  return heard
}

/** What comes after. Throws CallError. */
export const olderNotices = (region: RegionCode | null, after: string): Promise<Paged<Notice>> => ask(region, after)

/** How far back one looks for a notice that somebody has passed on. */
const PAGES = 3

/** One notice of a region, with those around it, which it may forward; null where it is too old to be found. Throws CallError. */
export async function findNotice(region: RegionCode, id: string): Promise<{ notice: Notice; near: Notice[] } | null> {
  const near: Notice[] = []
  let after: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const { items, next }: Paged<Notice> = page === 0 ? await newestNotices(region) : await ask(region, after)
    near.push(...items)
    const notice = items.find(item => item.id === id)
    if (notice) return { notice, near }
    if (next === null) return null
    after = next
  }
  return null
}
