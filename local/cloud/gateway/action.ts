import * as v from 'valibot'
import { invalidParameter } from '../cloud-error'
import type { Session } from '../functions/sessions'

/** What the gateway knows of a request beside its body. */
export interface ActionContext {
  /** the instant server dates take, epoch milliseconds of the cloud's clock */
  now: number
  /** the running call that made the request, when it names one */
  session: Session | undefined
  /** the gateway's own address, for the addresses of files */
  origin: string
}

/** Answers the fields that stand beside `requestId`. @throws CloudError */
export type Action = (body: unknown, context: ActionContext) => object | Promise<object>

/** @throws CloudError INVALID_PARAM that names the field */
export function parseBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw invalidParameter(`${v.getDotPath(issue) ?? 'request'}: ${issue.message}`)
}
