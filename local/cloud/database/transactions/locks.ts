import type { Transaction } from './transaction'

/** Which transaction has written what, by the names that `claimsOf` gives. */
export class Locks {
  readonly #holders = new Map<string, Transaction>()

  /** The transaction, other than this one, that holds one of the names. */
  holderOf(claims: readonly string[], except?: Transaction): Transaction | undefined {
    return claims.map(claim => this.#holders.get(claim)).find(holder => holder !== undefined && holder !== except)
  }

  take(claims: readonly string[], holder: Transaction): void {
    for (const claim of claims) this.#holders.set(claim, holder)
    holder.claims.push(...claims)
  }

  release(holder: Transaction): void {
    for (const claim of holder.claims.splice(0)) this.#holders.delete(claim)
  }
}

/** An ordinary write met a document that a transaction has written: it is to be tried again when that one is over. */
export class Locked extends Error {
  constructor(readonly holder: Transaction) {
    super(`locked by the transaction ${holder.id}`)
    this.name = 'Locked'
  }
}
