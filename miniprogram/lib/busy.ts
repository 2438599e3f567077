import type { View } from './live-view'

export interface Busy {
  busy: boolean
}

/** Does one thing at a time: what is tapped while something is under way is not done twice. */
export async function whileBusy(view: View<Busy>, doing: () => Promise<void>): Promise<void> {
  if (view.state.busy) return
  view.show({ busy: true })
  try {
    await doing()
  } finally {
    view.show({ busy: false })
  }
}
