import * as v from 'valibot'
import { type Day, daySchema, type Instant } from '../../miniprogram/contract/time'
import { keyedHash } from '../platform/secret'

/** What a ticket says. `owner` is a keyed hash, so that a ticket shown to others names nobody. */
export interface Ticket {
  round: string
  day: Day
  number: number
  startedAt: Instant
  deadline: Instant
  owner: string
}

const OWNER_LENGTH = 12
const SEAL_LENGTH = 22

const wholeNumber = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))

const partsSchema = v.strictTuple([
  v.string(),
  daySchema,
  wholeNumber,
  wholeNumber,
  wholeNumber,
  v.string(),
  v.string(),
])

export const ownerOf = (person: string): string => keyedHash('ticket owner', person).slice(0, OWNER_LENGTH)

const clearText = ({ round, day, number, startedAt, deadline, owner }: Ticket): string =>
  [round, day, number, startedAt, deadline, owner].join('.')

const sealOf = (ticket: Ticket): string => keyedHash('ticket', clearText(ticket)).slice(0, SEAL_LENGTH)

/**
 * An attempt's name on the wire: its facts in clear with a seal over them. It lets a submission be judged without
 * reading what the start wrote, and nobody without the secret can make one up.
 */
export const writeTicket = (ticket: Ticket): string => `${clearText(ticket)}.${sealOf(ticket)}`

/** Null for anything this deployment did not write. */
function readTicket(text: string): Ticket | null {
  const parts = v.safeParse(partsSchema, text.split('.'))
  if (!parts.success) return null
  const [round, day, number, startedAt, deadline, owner, seal] = parts.output
  const ticket = { round, day, number, startedAt, deadline, owner }
  return sealOf(ticket) === seal ? ticket : null
}

/** A ticket of the caller's own: with it, everything that names the attempt in the database. */
export type OwnTicket = Ticket & { person: string }

export function ownTicket(text: string, person: string): OwnTicket | 'attempt-unknown' | 'attempt-not-yours' {
  const ticket = readTicket(text)
  if (!ticket) return 'attempt-unknown'
  return ticket.owner === ownerOf(person) ? { ...ticket, person } : 'attempt-not-yours'
}
