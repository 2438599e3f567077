import { editions, type Schedule } from '../contract/editions'
import { goodUntil } from '../lib/edition-freshness'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { heardTime, serverNow } from './server-clock'

/** This year's schedule as last heard of; null until the first answer. */
export const schedule = createStore<Schedule | null>(null)

const archives = new Map<number, Schedule>()

async function ask(year: number | null): Promise<Schedule> {
  const heard = await call(editions.showSchedule, { year })
  heardTime(heard.now)
  return heard
}

/** Asks for this year's again. Throws CallError. */
export async function refreshSchedule(): Promise<Schedule> {
  const heard = await ask(null)
  schedule.set(heard)
  return heard
}

/** This year's as it is now: the one last heard of while it still holds, else asked for. Throws CallError. */
export async function currentSchedule(): Promise<Schedule> {
  const known = schedule.get()
  return known && serverNow() < goodUntil({ ...known, quiz: null }) ? known : refreshSchedule()
}

/** Another year's, asked for once: an archive changes no more. Throws CallError. */
export async function scheduleOf(year: number): Promise<Schedule> {
  const kept = archives.get(year)
  if (kept) return kept
  const heard = await ask(year)
  if (heard.state === 'archived') archives.set(year, heard)
  return heard
}
