import { citiesOf, provinces } from '../../miniprogram/contract/region-names'
import { COUNTRY, levelOf, type RegionCode } from '../../miniprogram/contract/regions'
import type { LiveBoard, standings as contract } from '../../miniprogram/contract/standings'
import { type Day, daySchema } from '../../miniprogram/contract/time'
import * as v from 'valibot'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { participation } from './replies'
import { tallies, tallyId } from './repository/tallies'

const idOf = (round: string, region: RegionCode): string => {
  const level = levelOf(region)
  return level === 'country' ? tallyId(round, 'round', 'all') : tallyId(round, level, region)
}

function below(region: RegionCode): RegionCode[] {
  const inside = region === COUNTRY ? provinces() : citiesOf(region)
  return inside.map(({ code }) => code)
}

const dayIn = (text: string): Day => v.parse(daySchema, text)

const daysOf = (days: Readonly<Record<string, number>>): LiveBoard['days'] =>
  Object.keys(days)
    .sort()
    .map(day => ({ day: dayIn(day), attempts: days[day] ?? 0 }))

export const showBoard: Handler<typeof contract.showBoard> = async ({ round, region }, context) => {
  mustOrganise(context, region)
  const inside = below(region)
  const found = await tallies.byIds([region, ...inside].map(code => idOf(round, code)))
  const of = (code: RegionCode) => found.find(({ _id }) => _id === idOf(round, code))
  const own = of(region)
  const latest = own?.value.latest ?? null
  return {
    ...participation(region, own),
    asOf: own?.at ?? null,
    days: daysOf(own?.value.days ?? {}),
    hours: latest && { day: dayIn(latest.day), attempts: latest.hours },
    below: inside
      .map(code => participation(code, of(code)))
      .sort((one, other) => other.players - one.players || (one.region < other.region ? -1 : 1)),
  }
}
