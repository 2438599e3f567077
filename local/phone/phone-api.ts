/** One setData call of the mini-program or of a component it uses. */
export interface DataUpdate {
  /** length of the data as JSON, in bytes of UTF-8 */
  bytes: number
  /** path of the page it happened in */
  page: string
  /** path of the component that called */
  component: string
}

export type Theme = 'light' | 'dark'

/** `window.phone` in the phone's page: what tests read, and what the desk around the phone turns. */
export interface PhoneApi {
  /** page errors, console errors and names the local phone does not provide, in order */
  readonly errors: string[]
  /** id of who holds the phone */
  persona(): string
  /** path of the page that is shown, '' before the first */
  pagePath(): string
  /** paths of the open pages, the shown one last */
  pageStack(): string[]
  /** the most data one setData has carried so far; undefined before the first */
  largestUpdate(): DataUpdate | undefined
  /** every setData so far, in order */
  updates(): readonly DataUpdate[]
  goOffline(): void
  goOnline(): void
  isOnline(): boolean
  setTheme(theme: Theme): void
  theme(): Theme
  /** reads the cloud's clock now instead of a little later */
  askClock(): Promise<void>
}

declare global {
  interface Window {
    phone: PhoneApi
  }
}
