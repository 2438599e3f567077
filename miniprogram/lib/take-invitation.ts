import { openPage, openTab } from '../services/navigation'
import type { QuizInvitation } from './quiz-invitation'
import { routes } from './routes'

/** Where the one button of an invitation leads: into the paper, or to what has been reached. */
export const takeInvitation = (invitation: QuizInvitation | null): Promise<void> =>
  invitation?.leads === 'rest' ? openTab(routes.me()) : openPage(routes.play())
