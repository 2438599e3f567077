import type { Locator } from 'playwright-core'
import type { Cloud } from '../../local/cloud/start-cloud'
import type { Hand } from '../../local/hand'
import { bankOf } from './answer-key'

const stemOn = ({ page }: Hand): Locator => page.locator('.stem')

/** The question on the screen. */
export const stemOf = async (hand: Hand): Promise<string> => (await stemOn(hand).innerText()).trim()

/** Answers the question on the screen: with its key, or wrongly. Knows the key from the database, as only a test can. */
export async function answer(hand: Hand, cloud: Cloud, rightly: boolean): Promise<void> {
  const stem = await stemOf(hand)
  const question = bankOf(cloud).find(candidate => candidate.stem === stem)
  if (!question) throw new Error(`no question says “${stem}”`)
  const right = question.options.filter(({ id }) => question.key.includes(id)).map(({ text }) => text)
  const wrong = question.options.map(({ text }) => text).filter(text => !right.includes(text))
  for (const text of rightly ? right : wrong.slice(0, 1)) await hand.tap(text)
}

/** Goes to the next question and waits until it is there. */
export async function goOn(hand: Hand): Promise<void> {
  const stem = await stemOf(hand)
  await hand.tap('下一题')
  await stemOn(hand).filter({ hasNotText: stem }).waitFor()
}

/** Goes to a question, counted from 1, by the card that shows them all. */
export async function openQuestion(hand: Hand, number: number): Promise<void> {
  await hand.role('button', /打开答题卡$/).tap()
  await hand.role('button', new RegExp(`^第 ${number} 题，[已未]答`)).tap()
}

/** Answers questions from the one on the screen on; `true` is a right answer. Ends on the question after the last of them. */
export async function answerOn(hand: Hand, cloud: Cloud, rightly: readonly boolean[]): Promise<void> {
  for (const right of rightly) {
    await answer(hand, cloud, right)
    await hand.page
      .getByText(/^(下一题|交卷)$/)
      .filter({ visible: true })
      .first()
      .waitFor()
    if (await hand.reading('下一题').isVisible()) await goOn(hand)
  }
}

export async function handIn(hand: Hand): Promise<void> {
  await hand.tap('交卷')
  await hand.page.locator('confirm-sheet').getByText('交卷', { exact: true }).tap()
}

export const times = (count: number, value: boolean): boolean[] => Array<boolean>(count).fill(value)
