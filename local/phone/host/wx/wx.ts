import { isBuiltInTag } from '../../shared/built-in-tags'
import { animationFamily } from './animation'
import { albumFamily } from './album'
import { canvasFamily } from './canvas'
import { filesFamily } from './files'
import { mediaFamily } from './media'
import { privacyFamily } from './privacy'
import { scanFamily } from './scan'
import { sharingFamily } from './sharing'
import { subscriptionFamily } from './subscription'
import { telephoneFamily } from './telephone'
import { transferFamily } from './transfer'
import { videoFamily } from './video'
import { appEventsFamily } from './app-events'
import { clipboardFamily } from './clipboard'
import { cloudFamily } from './cloud'
import { deviceInfoFamily } from './device-info'
import { feedbackFamily } from './feedback'
import { navigationFamily } from './navigation'
import { networkFamily } from './network'
import { nodesFamily } from './nodes'
import { pageLooksFamily } from './page-looks'
import { pageMotionFamily } from './page-motion'
import type { Family, Phone } from './phone'
import { provideNames } from './provide-names'
import { storageFamily } from './storage'

const FAMILIES = [
  cloudFamily,
  storageFamily,
  navigationFamily,
  deviceInfoFamily,
  networkFamily,
  pageLooksFamily,
  pageMotionFamily,
  feedbackFamily,
  nodesFamily,
  appEventsFamily,
  clipboardFamily,
  animationFamily,
  albumFamily,
  canvasFamily,
  filesFamily,
  mediaFamily,
  privacyFamily,
  scanFamily,
  sharingFamily,
  subscriptionFamily,
  telephoneFamily,
  transferFamily,
  videoFamily,
]

/** The global `wx`. */
export function createWx(phone: Phone): object {
  const provided: Family = Object.fromEntries(FAMILIES.flatMap(family => Object.entries(family(phone))))
  provided.canIUse = (schema: string) => {
    const [name = ''] = schema.split('.')
    return name in provided || isBuiltInTag(name)
  }
  return provideNames('wx', provided, phone.errors)
}
