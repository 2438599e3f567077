import type { Hand } from '../../local/hand'
import { auditPage, type AuditRules } from './page-audit'

export const USUAL: AuditRules = { target: 44, smallestText: 12 }
export const ELDER: AuditRules = { target: 60, smallestText: 18 }
export const WIDTHS = [320, 360, 390, 430, 768]
const USUAL_WIDTH = [375]
export const LARGEST_LETTERS = 1.4
export const SCREEN = 812

/** At night everything lies where it lies by day: one width is enough there. */
export const MODES = [
  { mode: 'light', theme: 'light', elder: false, widths: WIDTHS },
  { mode: 'dark', theme: 'dark', elder: false, widths: USUAL_WIDTH },
  { mode: 'elder', theme: 'light', elder: true, widths: [320, 768] },
] as const

export async function becomeElder(hand: Hand): Promise<void> {
  await hand.tap('我的')
  await hand.tap('长辈模式')
  await hand.tap('首页')
}

export async function faultsAt(widths: readonly number[], hand: Hand, rules: AuditRules): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await hand.page.setViewportSize({ width, height: SCREEN })
    await hand.settles()
    found.push(...(await auditPage(hand.page, rules)).map(fault => `${width} px: ${fault}`))
  }
  return found
}
