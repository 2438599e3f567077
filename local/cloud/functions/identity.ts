import { APP_ID, CLIENT_ADDRESS, ENVIRONMENT_ID, REGION } from '../cloud-environment'

/** The source of a call that a phone makes. */
export const PHONE_SOURCE = 'wx_client'

/** The source of a call that a trigger of config.json makes. */
export const TIMER_SOURCE = 'wx_trigger'

/** Who a call is made for. */
export interface Identity {
  openId: string
  unionId?: string
}

interface CallIdentity {
  /** null for a call without a user, such as one from a phone without a persona */
  identity: Identity | null
  /** the chain of callers, `wx_client` or `wx_client,scf` */
  source: string
  /** by which the gateway knows the user again when the function calls another one */
  sessionToken: string
  requestId: string
}

/** What every instance is started with; it makes the unmodified wx-server-sdk speak to the gateway. */
export function instanceVariables(gatewayUrl: string, secrets: Record<string, string>): Record<string, string> {
  return {
    ...secrets,
    PATH: process.env['PATH'] ?? '',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: gatewayUrl }),
    TENCENTCLOUD_SECRETID: 'local-id',
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    SCF_NAMESPACE: ENVIRONMENT_ID,
    SILENCE: 'true',
  }
}

/** What changes from call to call. The SDK reads a variable only when it is named in the two lists of keys. */
export function callVariables({ identity, source, sessionToken, requestId }: CallIdentity): Record<string, string> {
  return {
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE,TCB_SESSIONTOKEN',
    TCB_SEQID: requestId,
    TCB_SOURCE: source,
    TCB_SESSIONTOKEN: sessionToken,
    WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
    WX_APPID: APP_ID,
    WX_CLIENTIP: CLIENT_ADDRESS,
    WX_API_TOKEN: 'local-api-token',
    ...(source === TIMER_SOURCE && { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: 'local-api-token' }),
    ...(identity && { WX_OPENID: identity.openId }),
    ...(identity?.unionId !== undefined && { WX_UNIONID: identity.unionId }),
  }
}

/** The second argument of `main`, as the platform passes it. */
export function callContext(functionName: string, seconds: number, memory: number, call: CallIdentity) {
  const variables = callVariables(call)
  return {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: memory,
    time_limit_in_ms: seconds * 1000,
    request_id: call.requestId,
    environ: Object.entries(variables)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    environment: JSON.stringify(variables),
    function_version: '$LATEST',
    function_name: functionName,
    namespace: ENVIRONMENT_ID,
    tencentcloud_region: REGION,
  }
}
