import type { Manifest } from '../../shared/manifest'
import type { Addresses } from './addresses'
import type { CloudClock } from './cloud-clock'
import type { CloudStorage } from './cloud-storage'
import type { ErrorLog } from './error-log'
import type { FileChoice } from './file-choice'
import type { FileSystem } from './files/file-system'
import type { Kept } from './kept'
import type { Network } from './network'
import type { Settings } from './settings'
import type { Motor } from './motor'
import type { ThemeSwitch } from './theme'

/** The telephone without what runs on it. */
export interface Device {
  settings: Settings
  manifest: Manifest
  errors: ErrorLog
  clock: CloudClock
  network: Network
  theme: ThemeSwitch
  files: FileSystem
  choice: FileChoice
  storage: CloudStorage
  addresses: Addresses
  kept: Kept
  motor: Motor
}
