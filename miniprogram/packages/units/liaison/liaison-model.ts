import { notices } from '../../../contract/notices'
import { type OwnUnit, units } from '../../../contract/units'
import { dueText, liaisonWords, remindedWords } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import { intention } from '../../../lib/intention'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { tell } from '../../../lib/tell'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { askAgreement, prepareAgreements } from '../../../services/subscribe'
import { changeItems, draftOf, liaisonKit } from './liaison-form'

interface LiaisonState extends Loading, FormPage {
  /** Why the form is not for this person now; empty where it is. */
  barred: string
  /** What was named last, as the server counts; 0 for nothing. */
  version: number
  /** Until when somebody is to be named; empty when somebody is. */
  due: string
  late: boolean
  /** Somebody else changed it while this form was open. */
  overtaken: boolean
  changes: ReturnType<typeof changeItems>
}

const reminding = intention()

function barredFrom(own: OwnUnit | null): string {
  if (!own?.isOfficer) return own?.state === 'applied' ? liaisonWords.waits : liaisonWords.officerOnly
  return own.state === 'confirmed' ? '' : liaisonWords.waits
}

const factsOf = ({ liaison, liaisonDue, now }: OwnUnit): Partial<LiaisonState> => ({
  version: liaison?.version ?? 0,
  due: liaison ? '' : dueText(liaisonDue, now),
  late: liaison?.late ?? false,
})

/** What stands on the server; what is typed stays as it is. */
async function look(view: View<LiaisonState>): Promise<OwnUnit | null> {
  const own = await call(units.mine, {})
  const barred = barredFrom(own)
  const changes = barred === '' ? await call(units.listLiaisonChanges, {}) : []
  view.show({ barred, changes: changeItems(changes), ...(own ? factsOf(own) : {}) })
  return own
}

async function load(view: View<LiaisonState>): Promise<void> {
  try {
    const own = await look(view)
    view.show({ ...READY, ...begun(liaisonKit, liaisonKit.kept.values() ?? draftOf(own?.liaison ?? null)) })
    if (view.state.barred === '') await prepareAgreements().catch(() => undefined) // the tap asks again
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Somebody else was quicker: their change is shown, and the next try is made from it. */
async function overtakenBy(view: View<LiaisonState>, problem: unknown): Promise<never> {
  if (asCallError(problem).code === 'liaison-changed') {
    await look(view)
    view.show({ overtaken: true })
  }
  throw problem
}

export const liaisonModel: PageModel<LiaisonState> = {
  state: {
    ...LOADING,
    ...begun(liaisonKit, {}),
    barred: '',
    version: 0,
    due: '',
    late: false,
    overtaken: false,
    changes: [],
  },
  words: liaisonWords,

  opened: load,

  on: {
    ...fieldHandlers(liaisonKit),
    retry: retrying(load),
    async submit(view) {
      await sendForm(view, liaisonKit, async (input, key) => {
        const { version } = view.state
        await call(units.nameLiaison, { ...input, version }, key).catch((problem: unknown) =>
          overtakenBy(view, problem),
        )
        view.show({ overtaken: false })
        await look(view).catch(() => null) // it is saved; the history can wait
        await tell(liaisonWords.saved)
      })
    },
    async remind() {
      const answer = await askAgreement('liaison')
      if (answer === 'accepted') await call(notices.remindMyUnit, {}, reminding.key())
      reminding.over()
      await tell(remindedWords(answer))
    },
  },
}
