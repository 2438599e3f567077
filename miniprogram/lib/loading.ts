import { errorWords } from '../copy/errors'

/** What every page that asks the cloud for something shows meanwhile and afterwards. */
export interface Loading {
  phase: 'loading' | 'ready' | 'failed'
  /** The sentence for a failure, else empty. */
  problem: string
}

export const LOADING: Loading = { phase: 'loading', problem: '' }
export const READY: Loading = { phase: 'ready', problem: '' }
export const failed = (thrown: unknown): Loading => ({ phase: 'failed', problem: errorWords(thrown) })
