import * as v from 'valibot'
import type { Detail, DomainCode, ErrorCode } from './errors'
import type { Role, Scope } from './roles'

/**
 * Database operations of one call, at most. `cold` are further reads when the function instance is fresh, or what it
 * keeps in memory has outlived its lifetime. Every call of the tests is held to these numbers.
 */
export interface Cost {
  reads: number
  writes: number
  cold: number
}

/** Carries an output type and nothing at run time. */
export interface Returns<Output> {
  readonly example?: Output
}

export const returns = <Output>(): Returns<Output> => ({})

/** A write changes something and so carries an idempotency key: sent twice, it changes it once. */
export type Kind = 'read' | 'write'

export interface Procedure<
  Name extends string = string,
  Schema extends v.GenericSchema = v.GenericSchema,
  Output = unknown,
  Code extends DomainCode = DomainCode,
  K extends Kind = Kind,
> {
  /** `domain.verbNoun`; the part before the dot is the cloud function that serves it. */
  readonly name: Name
  readonly kind: K
  readonly role: Role
  readonly scope: Scope
  readonly input: Schema
  readonly output: Returns<Output>
  readonly errors: readonly Code[]
  readonly cost: Cost
}

/** Declares a procedure. A declaration without a role, a scope, a cost or its errors does not compile. */
export const procedure = <
  const Name extends string,
  Schema extends v.GenericSchema,
  Output,
  const Code extends DomainCode,
  const K extends Kind,
>(
  name: Name,
  declaration: Omit<Procedure<Name, Schema, Output, Code, K>, 'name'>,
): Procedure<Name, Schema, Output, Code, K> => ({ name, ...declaration })

/** The procedures of one domain: each key is the verb of its procedure's name. */
export type Domain<Name extends string = string> = {
  readonly [Verb in string]: Procedure<`${Name}.${Verb}`>
}

export const domain = <
  const Name extends string,
  const Table extends { readonly [Verb in keyof Table]: Procedure<`${Name}.${Verb & string}`> },
>(
  _name: Name,
  table: Table,
): Table => table

export type InputOf<P extends Procedure> = v.InferOutput<P['input']>
export type OutputOf<P extends Procedure> = P['output'] extends Returns<infer Output> ? Output : never
export type CodeOf<P extends Procedure> = P['errors'][number]

/** What the phone sends. The identity is not in it: the platform tells who called. */
export interface Request {
  procedure: string
  input: unknown
  key?: string
}

export type Reply<Output> =
  { ok: true; value: Output } | { ok: false; error: { code: ErrorCode; detail?: Detail; requestId?: string } }

/** Made on the phone once per intention, sent again with every retry of it. */
export const idempotencyKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{20,40}$/))

/** The input of one request, as JSON, in UTF-16 units. The platform cuts at 100 KB; nothing here comes near. */
export const REQUEST_LIMIT = 64 * 1024
