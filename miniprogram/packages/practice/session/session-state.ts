import type { Stat } from '../../../copy/quiz'
import { LOADING, type Loading } from '../../../lib/loading'
import type { AskedOnScreen, Mark, Told } from './on-screen'

export interface SessionState extends Omit<Loading, 'phase'> {
  /** Of loading only where the phone has no pack yet; `none` where there is nothing to practise in this way. */
  phase: Loading['phase'] | 'asking' | 'finished' | 'none'
  place: string
  marks: Mark[]
  asked: AskedOnScreen | null
  /** Null until the question is answered. */
  told: Told | null
  /** Several may be chosen, and something is. */
  mayCheck: boolean
  /** How easy it was, as said so far. */
  ease: string
  offline: boolean
  end: { title: string; stats: Stat[]; note: string; wrongs: { at: number; stem: string }[] } | null
}

export const initialState: SessionState = {
  ...LOADING,
  place: '',
  marks: [],
  asked: null,
  told: null,
  mayCheck: false,
  ease: '3',
  offline: false,
  end: null,
}
