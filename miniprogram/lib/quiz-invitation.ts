import type { QuizOffer } from '../contract/quiz-offer'
import { attemptsLine, homeWords, paperLine, runningLine } from '../copy/home'
import { type Draft, runningDraft, startedToday } from '../stores/attempt'

/** What a card that invites to today's quiz says. */
export interface QuizInvitation {
  /** What stands above it: the round's name, where it has one. */
  label: string
  title: string
  note: string
  action: string
  /** `start` begins or goes on, `rest` shows what has been reached. */
  leads: 'start' | 'rest'
  used: string
  share: number
}

const answered = ({ answers }: Draft): number => answers.filter(chosen => chosen.length > 0).length

function stepOf(offer: QuizOffer, draft: Draft | null): Pick<QuizInvitation, 'note' | 'action' | 'leads'> {
  if (draft)
    return { note: runningLine(answered(draft), draft.questions.length), action: homeWords.goOn, leads: 'start' }
  const note = attemptsLine(startedToday(), offer.attemptsPerDay)
  const spent = startedToday() >= offer.attemptsPerDay
  return spent ? { note, action: homeWords.rest, leads: 'rest' } : { note, action: homeWords.start, leads: 'start' }
}

/** Null while no round is open. */
export function invitationOf(offer: QuizOffer | null): QuizInvitation | null {
  if (!offer) return null
  const used = Math.min(startedToday(), offer.attemptsPerDay)
  return {
    label: offer.title || homeWords.quizToday,
    title: paperLine(offer.questions, offer.minutes),
    ...stepOf(offer, runningDraft()),
    used: `${used}/${offer.attemptsPerDay}`,
    share: used / offer.attemptsPerDay,
  }
}
