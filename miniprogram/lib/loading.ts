import { ERRORS } from '../contract/errors'
import { errorWords } from '../copy/errors'
import { asCallError } from '../services/call-error'
import type { View } from './live-view'

/** What every page that asks the cloud for something shows meanwhile and afterwards. */
export interface Loading {
  phase: 'loading' | 'ready' | 'failed'
  /** The sentence for a failure, else empty. */
  problem: string
  /** Whether trying again may help; where it cannot, the page leads elsewhere. */
  mayRetry: boolean
}

export const LOADING: Loading = { phase: 'loading', problem: '', mayRetry: true }
export const READY: Loading = { phase: 'ready', problem: '', mayRetry: true }

export function failed(thrown: unknown): Loading {
  const { code } = asCallError(thrown)
  return { phase: 'failed', problem: errorWords(thrown), mayRetry: ERRORS[code].retry || code === 'unexpected' }
}

type Phased = View<Omit<Loading, 'phase'> & { phase: string }>

/** What “try again” does: the page is as it was at first, and loads. */
export const retrying =
  <Page extends Phased>(load: (view: Page) => Promise<void>) =>
  async (view: Page): Promise<void> => {
    view.show(LOADING)
    await load(view)
  }
