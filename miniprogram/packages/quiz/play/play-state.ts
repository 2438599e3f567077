import { LOADING, type Loading } from '../../../lib/loading'
import type { QuestionOnScreen } from './answering'

export interface PlayState extends Loading {
  question: QuestionOnScreen | null
  deadline: number
  /** How far the server's clock is before the phone's. */
  ahead: number
  /** All questions lie in front. */
  browsing: boolean
  confirming: boolean
  submitting: boolean
  /** Why the answers did not arrive, or why there is nothing left to hand in; empty while all is well. */
  lost: string
  /** There is nothing left to hand in. */
  over: boolean
}

export const initialState: PlayState = {
  ...LOADING,
  question: null,
  deadline: 0,
  ahead: 0,
  browsing: false,
  confirming: false,
  submitting: false,
  lost: '',
  over: false,
}
