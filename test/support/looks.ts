import type { Hand } from '../../local/hand'
import { seriousFaults } from './accessibility'
import { auditPage, type AuditRules } from './page-audit'

const USUAL: AuditRules = { target: 44, smallestText: 12 }
const ELDER: AuditRules = { target: 60, smallestText: 18 }
export const WIDTHS = [320, 360, 430, 768, 390]
/** The widest and the narrowest. */
export const ENDS = [768, 320]
export const LARGEST_LETTERS = 1.4
export const SCREEN = 812

/** Pages are opened by night and then see the day break, so that both are looked at on one walk. */
export const MODES = [
  { mode: 'by night and by day', theme: 'dark', elder: false },
  { mode: 'elder', theme: 'light', elder: true },
] as const

export async function becomeElder(hand: Hand): Promise<void> {
  await hand.tap('我的')
  await hand.tap('长辈模式')
  await hand.tap('首页')
}

const told = (place: string, faults: readonly string[]): string[] => faults.map(fault => `${place}: ${fault}`)

const turn = (hand: Hand, theme: 'light' | 'dark'): Promise<void> =>
  hand.page.evaluate(wanted => {
    window.phone.setTheme(wanted)
  }, theme)

/** The last width stays: the walk goes on in it. */
async function faultsAt(widths: readonly number[], hand: Hand, rules: AuditRules): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await hand.page.setViewportSize({ width, height: SCREEN })
    await hand.settles()
    found.push(...told(`${width} px`, await auditPage(hand.page, rules)))
  }
  return found
}

async function faultsHere(hand: Hand, rules: AuditRules): Promise<string[]> {
  await hand.settles()
  return [...(await seriousFaults(hand.page)), ...(await auditPage(hand.page, rules))]
}

/** What is wrong on the page on the screen, as it is and at these widths; one line each. */
export async function faultsOn(hand: Hand, elder: boolean, widths: readonly number[]): Promise<string[]> {
  if (elder) return [...(await faultsHere(hand, ELDER)), ...(await faultsAt(widths, hand, ELDER))]
  const night = told('by night', await faultsHere(hand, USUAL))
  await turn(hand, 'light')
  const day = [...(await faultsHere(hand, USUAL)), ...(await faultsAt(widths, hand, USUAL))]
  await turn(hand, 'dark')
  return [...night, ...day]
}

/** The same for a phone with the largest letters, which change the lie of things and nothing else. */
export async function faultsOfLetters(hand: Hand, widths: readonly number[]): Promise<string[]> {
  await hand.settles()
  return faultsAt(widths, hand, USUAL)
}
