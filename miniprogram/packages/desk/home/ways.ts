import type { IconName } from '../../../components/icon/icon-names'
import type { RegionCode } from '../../../contract/regions'
import { wayWords } from '../../../copy/desk'
import { routes } from '../../../lib/routes'

export type WayName = keyof typeof wayWords

export interface Way {
  value: WayName
  icon: IconName
  accent: 'green' | 'sun' | 'water' | 'earth'
  title: string
  note: string
}

const PATHS: Record<WayName, (region: RegionCode) => string> = {
  units: region => routes.deskUnits({ region }),
  liaisons: region => routes.deskLiaisons({ region }),
  notices: region => routes.deskNotices({ region }),
  texts: region => routes.deskTexts({ region }),
  reports: () => routes.reports(),
  bank: () => routes.bankQuestions(),
  rounds: () => routes.bankRounds(),
  edition: () => routes.deskEdition(),
  roles: region => routes.deskRoles({ region }),
  board: region => routes.deskBoard({ region }),
  suspicions: region => routes.deskSuspicions({ region }),
  audit: region => routes.deskAudit({ region }),
}

export const pathOf = (way: WayName, region: RegionCode): string => PATHS[way](region)

export const isWay = (text: string): text is WayName => text in PATHS

const way = (value: WayName, icon: IconName, accent: Way['accent']): Way => ({
  value,
  icon,
  accent,
  ...wayWords[value],
})

const MINISTRY = [
  way('edition', 'calendar-days', 'sun'),
  way('bank', 'book-open', 'green'),
  way('rounds', 'timer', 'water'),
  way('reports', 'flag', 'earth'),
]

/** The year's activities and the questions of the contest are changed by the country's organisers alone. */
export const workWays = (isMinistry: boolean): Way[] => [
  way('units', 'landmark', 'green'),
  way('liaisons', 'users-round', 'water'),
  way('notices', 'mail', 'sun'),
  way('board', 'layout-grid', 'green'),
  way('suspicions', 'timer', 'sun'),
  way('texts', 'book-open-check', 'earth'),
  ...(isMinistry ? MINISTRY : []),
]

export const recordWays: Way[] = [way('roles', 'user-round', 'green'), way('audit', 'shield-check', 'water')]
