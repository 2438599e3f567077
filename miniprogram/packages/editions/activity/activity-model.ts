import type { ActivityNow, Home } from '../../../contract/editions'
import { activityWords } from '../../../copy/activity'
import { remaining, windowText } from '../../../copy/moments'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { openTab } from '../../../services/navigation'
import { currentEdition } from '../../../stores/edition'

interface ActivityState extends Loading {
  kind: string
  name: string
  tag: string
  tone: string
  facts: { label: string; text: string }[]
  steps: string[]
  contact: string
  /** Whether this very app is where one takes part, now. */
  playable: boolean
}

const { when, theme, audience } = activityWords

const contentOf = (activity: ActivityNow, { now, quiz }: Home): Partial<ActivityState> => {
  const { text, tone } = remaining(activity, now)
  return {
    ...READY,
    name: activity.name,
    tag: text,
    tone,
    facts: [
      { label: when, text: windowText(activity) },
      { label: theme, text: activity.theme },
      { label: audience, text: activity.audience },
    ].filter(fact => fact.text !== ''),
    steps: activity.steps,
    contact: activity.contact,
    playable: activity.kind === 'quiz' && quiz !== null,
  }
}

async function load(view: View<ActivityState>): Promise<void> {
  try {
    const home = await currentEdition()
    const activity = home.activities.find(({ kind }) => kind === view.state.kind)
    view.show(
      activity ? contentOf(activity, home) : { phase: 'failed', problem: activityWords.missing, mayRetry: false },
    )
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const activityModel: PageModel<ActivityState> = {
  state: {
    ...LOADING,
    kind: '',
    name: '',
    tag: '',
    tone: '',
    facts: [],
    steps: [],
    contact: '',
    playable: false,
  },
  words: activityWords,

  opened(view, { kind = '' }) {
    view.show({ kind })
    return load(view)
  },

  shared: ({ state }) => ({ title: state.name, path: routes.activity({ kind: state.kind }) }),

  on: {
    async retry(view) {
      view.show(LOADING)
      await load(view)
    },
    async copyContact(view) {
      await wx.setClipboardData({ data: view.state.contact })
    },
    async play() {
      await openTab(routes.quiz())
    },
    async goHome() {
      await openTab(routes.home())
    },
  },
}
