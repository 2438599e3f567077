import type { Notice } from '../contract/notices'

/** Notices that the desk has listed, whole: their texts are too long to travel to the renderer with every row. */
const heard = new Map<string, Notice>()

export function hearNotices(notices: readonly Notice[]): void {
  for (const notice of notices) heard.set(notice.id, notice)
}

export const heardNotice = (id: string): Notice | undefined => heard.get(id)
