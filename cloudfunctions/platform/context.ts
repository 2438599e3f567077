import type { Detail, DomainCode } from '../../miniprogram/contract/errors'
import type { Standing } from '../../miniprogram/contract/roles'
import type { CodeOf, Domain, InputOf, OutputOf, Procedure } from '../../miniprogram/contract/rpc'
import type { Instant } from '../../miniprogram/contract/time'
import { Refusal } from './refusal'

/** The person as the platform names them. Nothing a phone sends can change it. */
export interface Who {
  person: string
}

/** What every handler knows about the call. */
export interface Context<Code extends DomainCode = DomainCode> {
  readonly who: Who
  /** What the person may do; of nobody in particular in a public procedure, which does not look. */
  readonly standing: Standing
  readonly now: Instant
  readonly requestId: string
  /** Idempotency key of a write; empty for a read. */
  readonly key: string
  /** The only way to refuse: codes the procedure did not declare do not compile. */
  readonly refusal: (code: Code, detail?: Detail) => Refusal
}

export type Handler<P extends Procedure> = (input: InputOf<P>, context: Context<CodeOf<P>>) => Promise<OutputOf<P>>

/** One handler for every procedure of a domain, no more and no fewer. */
export type Handlers<Table extends Domain> = { readonly [Verb in keyof Table]: Handler<Table[Verb]> }

/** The inner half of the context: tests can make it by hand. */
export const contextOf = (call: Omit<Context, 'refusal'>): Context => ({
  ...call,
  refusal: (code, detail) => new Refusal(code, detail),
})
