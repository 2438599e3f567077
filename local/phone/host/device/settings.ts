import type { Theme } from '../../phone-api'

/** The platform's largest text size on any device, to its normal one. */
const LARGEST_TEXT = 1.75

/** How the phone starts, from the query of its address; the desk and tests write it. */
export interface Settings {
  persona: string
  theme: Theme
  isOnline: boolean
  /** 1 is the system's normal text size */
  fontScale: number
  /** page to open first, with its query */
  path: string
}

/**
 * `state` is what the browser's history kept of the page shown last: a reload stays there. The hash says the same to
 * people and to a new window, but a browser rewrites what is in it.
 */
export function readSettings(address: URL, state: unknown): Settings {
  const query = address.searchParams
  const fontScale = Number(query.get('fontScale') ?? 1)
  return {
    persona: query.get('persona') ?? '',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    isOnline: query.get('network') !== 'off',
    fontScale: fontScale > 0 ? Math.min(fontScale, LARGEST_TEXT) : 1,
    path: typeof state === 'string' ? state : address.hash.slice(1) || (query.get('path') ?? ''),
  }
}
