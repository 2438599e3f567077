import type { Theme } from '../../phone-api'

/** How the phone starts, from the query of its address; the desk and tests write it. */
export interface Settings {
  persona: string
  theme: Theme
  isOnline: boolean
  /** 1 is the system's normal text size */
  fontScale: number
  /** page to open first, with its query; the hash of the address wins, so that a reload stays where it was */
  path: string
}

export function readSettings(address: URL): Settings {
  const query = address.searchParams
  const fontScale = Number(query.get('fontScale') ?? 1)
  return {
    persona: query.get('persona') ?? '',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    isOnline: query.get('network') !== 'off',
    fontScale: fontScale > 0 ? fontScale : 1,
    path: decodeURI(address.hash.slice(1)) || (query.get('path') ?? ''),
  }
}
