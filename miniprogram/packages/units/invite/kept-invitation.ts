import * as v from 'valibot'
import { instantSchema } from '../../../contract/time'
import type { UnitInvitation } from '../../../contract/units'
import { keptDraft } from '../../../lib/kept-draft'
import { knownMe } from '../../../stores/me'
import { serverNow } from '../../../stores/server-clock'

const invitationSchema = v.object({ unit: v.string(), code: v.string(), expiresAt: instantSchema })

/** The server stores a code so that nobody can read it again: this phone remembers the one it was told. */
const kept = keptDraft('unit-invitation')

const ownUnit = (): string => knownMe.get()?.profile?.unit?.id ?? ''

export function keepInvitation({ code, expiresAt }: UnitInvitation): void {
  kept.keep({ unit: ownUnit(), code, expiresAt })
}

/** The last code made on this phone for the person's unit, while it is good; a newer one elsewhere ends it unseen. */
export function keptInvitation(): UnitInvitation | null {
  const found = v.safeParse(invitationSchema, kept.values())
  if (!found.success || found.output.unit !== ownUnit()) return null
  const { code, expiresAt } = found.output
  return serverNow() < expiresAt ? { code, expiresAt } : null
}
