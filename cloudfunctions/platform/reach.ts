import type { RegionCode } from '../../miniprogram/contract/regions'
import { officedBy, organises, type Standing } from '../../miniprogram/contract/roles'
import { Refusal } from './refusal'

interface Asking {
  readonly standing: Standing
}

/** Refuses whoever organises neither the region nor one that holds it. */
export function mustOrganise(
  context: Asking & { readonly refusal: (code: 'out-of-scope') => Refusal },
  region: RegionCode,
): void {
  if (!organises(context.standing, region)) throw context.refusal('out-of-scope')
}

/** The unit whose officer the caller is. The door lets only officers into procedures of that role. */
export function ownUnit({ standing }: Asking): string {
  const unit = officedBy(standing)
  if (unit === null) throw new Refusal('forbidden')
  return unit
}
