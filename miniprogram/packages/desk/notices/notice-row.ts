import type { RowItem } from '../../../components/list-row/row-item'
import type { Notice } from '../../../contract/notices'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { deskNoticeWords } from '../../../copy/desk-notices'
import { monthDay } from '../../../copy/moments'

/** A notice in the list of a region that either wrote it or received it from above. */
export function noticeRow({ id, region, title, at, forwards, withdrawn }: Notice, desk: RegionCode): RowItem {
  const isOwn = region === desk
  const from = forwards ? `${deskNoticeWords.forwarded}${regionName(forwards.region)}` : ''
  return {
    id,
    icon: forwards ? 'external-link' : 'mail',
    accent: isOwn ? 'green' : 'water',
    title: title === '' ? (forwards?.title ?? '') : title,
    note: [regionName(region), from, monthDay(at)].filter(part => part !== '').join(' · '),
    badge: withdrawn === '' ? (isOwn ? deskNoticeWords.own : '') : deskNoticeWords.withdrawnTag,
    tone: withdrawn === '' ? 'calm' : 'over',
  }
}
