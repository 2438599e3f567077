import * as v from 'valibot'
import { type Detail, type DomainCode, type ErrorCode } from '../../miniprogram/contract/errors'
import { holds, NOBODY, type Role, type Standing } from '../../miniprogram/contract/roles'
import {
  type Domain,
  idempotencyKeySchema,
  type Procedure,
  type Reply,
  REQUEST_LIMIT,
} from '../../miniprogram/contract/rpc'
import { callerOf } from './cloud'
import { type Context, contextOf, type Handler, type Handlers, type Who } from './context'
import { isBusy } from './database-failure'
import { logCall, logUnexpected } from './log'
import { Refusal } from './refusal'

/** The platform adds its own keys to what the phone sent, so unknown ones are let through and dropped. */
const requestSchema = v.object({
  procedure: v.pipe(v.string(), v.maxLength(100)),
  input: v.unknown(),
  key: v.optional(v.string()),
})

const runtimeSchema = v.object({ request_id: v.string() })

type StandingOf = (person: string) => Promise<Standing>

interface Route {
  procedure: Procedure
  run(input: unknown, context: Context): Promise<unknown>
}

const serve = <P extends Procedure>(procedure: P, handler: Handler<P>): Route => ({
  procedure,
  run: (input, context) => handler(parseInput(procedure, input), context),
})

function parseInput<P extends Procedure>(procedure: P, raw: unknown): v.InferOutput<P['input']> {
  const parsed = v.safeParse<P['input']>(procedure.input, raw)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Refusal('invalid-input', { field: v.getDotPath(issue) ?? '', problem: issue.type })
}

function routesOf<Table extends Domain>(table: Table, handlers: Handlers<Table>): ReadonlyMap<string, Route> {
  const verbs: (keyof Table)[] = Object.keys(table)
  const routes = verbs.map(verb => serve(table[verb], handlers[verb]))
  return new Map(routes.map(route => [route.procedure.name, route]))
}

function admit(routes: ReadonlyMap<string, Route>, event: unknown, who: Who | null) {
  const request = v.safeParse(requestSchema, event)
  if (!request.success) throw new Refusal('malformed-request')
  const { procedure: name, input, key = '' } = request.output
  const route = routes.get(name)
  if (!route) throw new Refusal('unknown-procedure', { procedure: name })
  if (JSON.stringify(input ?? null).length > REQUEST_LIMIT) throw new Refusal('payload-too-large')
  if (!who) throw new Refusal('identity-missing')
  if (route.procedure.kind === 'write' && !v.is(idempotencyKeySchema, key)) throw new Refusal('malformed-request')
  return { route, input, key, who }
}

/** Public procedures do not look who asks, so that they cost no read. */
async function admittedStanding(role: Role, { person }: Who, standingOf: StandingOf): Promise<Standing> {
  if (role === 'public') return NOBODY
  const standing = await standingOf(person)
  if (holds(standing, role)) return standing
  throw new Refusal(role === 'contributor' ? 'consent-missing' : 'forbidden')
}

/** Codes of the door may come from anywhere in it; a domain's only from a procedure that declares them. */
function codeOf(error: unknown, declared: readonly DomainCode[]): { code: ErrorCode; detail?: Detail } {
  if (isBusy(error)) return { code: 'busy' }
  if (!(error instanceof Refusal)) return { code: 'unexpected' }
  const domainCodes: readonly ErrorCode[] = declared
  const known = DOOR_CODES.includes(error.code) || domainCodes.includes(error.code)
  if (!known) return { code: 'unexpected' }
  return error.detail ? { code: error.code, detail: error.detail } : { code: error.code }
}

const DOOR_CODES: readonly ErrorCode[] = [
  'malformed-request',
  'unknown-procedure',
  'invalid-input',
  'payload-too-large',
  'identity-missing',
  'forbidden',
  'consent-missing',
]

/**
 * The one way into a domain: reads the request, learns from the platform who asks and when, runs the handler, and
 * answers a Reply. Nothing is thrown past it; an error nobody expected is logged and answered as `unexpected`.
 * @param standingOf one read, made for every procedure that is not public; without it nobody has any right
 */
export function door<Table extends Domain>(
  table: Table,
  handlers: Handlers<Table>,
  standingOf: StandingOf = () => Promise.resolve(NOBODY),
) {
  const routes = routesOf(table, handlers)
  return async (event: unknown, runtime: unknown): Promise<Reply<unknown>> => {
    const requestId = v.is(runtimeSchema, runtime) ? runtime.request_id : ''
    let procedure: Procedure | undefined
    try {
      const { route, input, key, who } = admit(routes, event, callerOf())
      procedure = route.procedure
      const standing = await admittedStanding(procedure.role, who, standingOf)
      const value = await route.run(input, contextOf({ who, standing, now: Date.now(), requestId, key }))
      logCall({ requestId, procedure: procedure.name, outcome: 'ok' })
      return { ok: true, value }
    } catch (error) {
      const answer = codeOf(error, procedure?.errors ?? [])
      if (answer.code === 'unexpected') logUnexpected(requestId, error)
      logCall({ requestId, procedure: procedure?.name ?? '', outcome: answer.code })
      return { ok: false, error: { ...answer, requestId } }
    }
  }
}
