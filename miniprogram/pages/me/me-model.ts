import { meWords } from '../../copy/me'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../lib/loading'
import { routes } from '../../lib/routes'
import { textOf } from '../../lib/text-of'
import { openPage, openTab } from '../../services/navigation'
import { type AppearanceChoice, appearanceChoice } from '../../stores/appearance'
import { hasConsented, knownMe, me, refreshMe } from '../../stores/me'
import { type AttemptItem, type Correction, ownAttempts } from './own-attempts'
import { type OwnCard, ownCard, STRANGER } from './own-card'

interface MeState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  own: OwnCard
  attempts: AttemptItem[]
  correction: Correction | null
  choice: AppearanceChoice
}

async function loadAttempts(view: View<MeState>): Promise<void> {
  try {
    const { attempts, correction } = await ownAttempts()
    view.show({ ...READY, phase: attempts.length === 0 ? 'empty' : 'ready', attempts, correction })
  } catch (problem) {
    if (view.state.attempts.length === 0) view.show(failed(problem))
  }
}

/** What the phone knows is shown at once; without network it stays. */
async function loadOwn(view: View<MeState>): Promise<void> {
  const known = knownMe.get()
  if (known) view.show({ own: ownCard(known) })
  const answer = await refreshMe().catch(() => null)
  if (answer) view.show({ own: ownCard(answer) })
}

const load = async (view: View<MeState>): Promise<void> => {
  await Promise.all([loadOwn(view), loadAttempts(view)])
}

function choose(view: View<MeState>, choice: Partial<AppearanceChoice>): void {
  appearanceChoice.set({ ...appearanceChoice.get(), ...choice })
  view.show({ choice: appearanceChoice.get() })
}

const isTheme = (text: string): text is AppearanceChoice['theme'] => meWords.themes.some(({ value }) => value === text)

/** Where something of one's own is kept, one consents first. */
async function openOwn(page: string): Promise<void> {
  await openPage(hasConsented(await me()) ? page : routes.consent({ then: page }))
}

export const meModel: PageModel<MeState> = {
  state: { ...LOADING, own: STRANGER, attempts: [], correction: null, choice: appearanceChoice.get() },
  words: meWords,

  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),

    async openAttempt(_view, event) {
      const state = textOf(event, 'state')
      if (state === 'submitted') await openPage(routes.result({ ticket: textOf(event, 'value') }))
      if (state === 'open') await openPage(routes.play())
    },

    async openCorrection({ state: { correction } }) {
      if (correction) await openPage(routes.result({ ticket: correction.ticket }))
    },

    play: () => openTab(routes.quiz()),
    openReports: () => openPage(routes.myReports()),
    openConsent: () => openPage(routes.consent()),
    openProfile: () => openOwn(routes.profile()),
    openUnit: () => openOwn(routes.unit()),
    openReminders: () => openOwn(routes.reminders()),
    openCode: () => openOwn(routes.enterCode()),
    openData: () => openPage(routes.myData()),
    openDesk: () => openPage(routes.desk()),

    chooseTheme(view, event) {
      const theme = textOf(event, 'value')
      if (isTheme(theme)) choose(view, { theme })
    },

    toggleElder(view) {
      choose(view, { elder: !view.state.choice.elder })
    },

    async copyContact() {
      await wx.setClipboardData({ data: meWords.contact })
    },
  },
}
