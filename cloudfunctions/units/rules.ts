import type { RegionCode } from '../../miniprogram/contract/regions'
import { daySchema, type Instant, startOfDay } from '../../miniprogram/contract/time'
import * as v from 'valibot'

/** Days for which people can join with a code, and how many of them. */
export const INVITATION = { days: 14, uses: 100 } as const

/** The last moment of the seventh of June in Beijing: until then a unit names its liaison officer of the year. */
export const liaisonDue = (year: number): Instant => startOfDay(v.parse(daySchema, `${year}-06-08`)) - 1

export const isLate = (namedAt: Instant, year: number): boolean => namedAt > liaisonDue(year)

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** What makes two names the same: not their width, case, spacing, nor what nobody can see. */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().toLowerCase()

/** Where a unit stands among all: a region and what lies below it are one stretch of these. */
export const placeOf = (region: RegionCode, unit: string): string => `${region}:${unit}`

/** By name first; the id makes it one of a kind. */
export const nameKeyOf = (name: string, unit: string): string => `${plainName(name)} ${unit}`

/** `138****1234`: enough to tell whether it is the number one has. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

export function maskMail(mail: string): string {
  const [first = ''] = mail
  return `${first}***${mail.slice(mail.lastIndexOf('@'))}`
}
