import type { Manifest } from '../../shared/manifest'
import type { CloudClock } from './cloud-clock'
import type { ErrorLog } from './error-log'
import type { Network } from './network'
import type { Settings } from './settings'
import type { ThemeSwitch } from './theme'

/** The telephone without what runs on it. */
export interface Device {
  settings: Settings
  manifest: Manifest
  errors: ErrorLog
  clock: CloudClock
  network: Network
  theme: ThemeSwitch
}
