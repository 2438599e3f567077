import { type Notice, notices } from '../contract/notices'
import type { Paged } from '../contract/paging'
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

/** Everything heard since the app was opened, by id: a notice is never written anew, only taken back. */
const heard = new Map<string, Notice>()

async function ask(region: RegionCode | null, after: string | null): Promise<Paged<Notice>> {
  const page = await call(notices.list, { region, after })
  for (const notice of page.items) heard.set(notice.id, notice)
  return page
}

/** The newest ones, asked for at most once a minute. Throws CallError. */
export async function newestNotices(region: RegionCode | null): Promise<Paged<Notice>> {
  const known = newest.get()
  if (known?.region === region && serverNow() < known.until) return known
  return refreshNotices(region)
}

/** Asks for the newest ones again. Throws CallError. */
export async function refreshNotices(region: RegionCode | null): Promise<Paged<Notice>> {
  const page = await ask(region, null)
  newest.set({ ...page, region, until: serverNow() + MINUTE })
  return page
}

/** What comes after. Throws CallError. */
export const olderNotices = (region: RegionCode | null, after: string): Promise<Paged<Notice>> => ask(region, after)

/** How far back one looks for a notice that somebody has passed on. */
const PAGES = 3

/** A notice of a region; null where it is too old to be found. Throws CallError. */
export async function findNotice(region: RegionCode, id: string): Promise<Notice | null> {
  let after: string | null = null
  for (let page = 0; page < PAGES && !heard.has(id); page++) {
    const { next }: Paged<Notice> = await ask(region, after)
    if (next === null) break
    after = next
  }
  return heard.get(id) ?? null
}

/** Every notice known here, among which one finds what another one passes on. */
export const everyKnown = (): Notice[] => [...heard.values()]
