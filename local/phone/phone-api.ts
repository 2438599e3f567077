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

/** Something the mini-program handed to the telephone. */
export interface KeptThing {
  kind: 'picture' | 'document' | 'date' | 'call'
  /** file name, title of the date, or number */
  name: string
  /** address of a file's bytes, '' for what is no file */
  url: string
}

/** `window.phone` in the phone's page: what tests read, and what the desk around the phone turns. */
export interface PhoneApi {
  /** page errors, console errors and names the local phone does not provide, in order */
  readonly errors: string[]
  /** what the engine finds odd in the mini-program's own pages and components, each with its path */
  readonly warnings: readonly string[]
  /** id of who holds the phone */
  persona(): string
  /** path of the page that is shown, '' before the first */
  pagePath(): string
  /** paths of the open pages, the shown one last */
  pageStack(): string[]
  /** closes every page and opens this one, as `wx.reLaunch` does; rejects where there is no such page */
  reLaunch(url: string): Promise<void>
  /** the most data one setData has carried so far; undefined before the first */
  largestUpdate(): DataUpdate | undefined
  /** every setData so far, in order */
  updates(): readonly DataUpdate[]
  goOffline(): void
  goOnline(): void
  isOnline(): boolean
  setTheme(theme: Theme): void
  theme(): Theme
  /** what the mini-program handed to the telephone so far, in order */
  readonly kept: readonly KeptThing[]
  /** how often the telephone has shaken */
  vibrations(): number
  /** the next choice of files takes these instead of opening a dialog; an empty list is a choice that was left */
  prepareFiles(files: File[]): void
  /** reads the cloud's clock now instead of a little later */
  askClock(): Promise<void>
}

declare global {
  interface Window {
    phone: PhoneApi
  }
}
