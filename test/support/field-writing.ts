import type { Locator } from 'playwright-core'
import type { Hand } from '../../local/hand'

/** Taps the whole box of a field, as a finger does, and writes in place of what is there. */
export async function write(hand: Hand, label: string, text: string): Promise<void> {
  const field = hand.page.getByRole('textbox', { name: new RegExp(`^${label}`) }).last()
  await field.locator('xpath=ancestor::*[contains(@class,"--control")][1]').tap()
  await field.focus()
  await hand.page.keyboard.press('ControlOrMeta+A')
  await hand.page.keyboard.insertText(text)
}

/** What reads like this on the sheet that lies over the page. */
export const inSheet = (hand: Hand, text: string): Locator =>
  hand.page.getByRole('dialog').or(hand.page.getByRole('alertdialog')).getByText(text, { exact: true })
