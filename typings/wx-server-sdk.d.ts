import 'wx-server-sdk'

/** What wx-server-sdk 4.0.2 accepts and its own types leave out. */
declare module 'wx-server-sdk' {
  export function init(config: { env: symbol; keepalive: boolean; throwOnNotFound: boolean }): void
}
