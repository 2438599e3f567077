import { CONSENT_VERSION, people } from '../../../contract/people'
import { consentWords } from '../../../copy/people'
import { changeField, type FormPage, sendForm } from '../../../lib/form-page'
import type { PageModel } from '../../../lib/define-page'
import { intention } from '../../../lib/intention'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { goBackOr, replacePage } from '../../../services/navigation'
import { hasConsented, heardMe, knownMe } from '../../../stores/me'
import { asksGuardian, consentForm } from './consent-form'

interface ConsentState extends FormPage {
  /** Where the person was going; empty for back to where they came from. */
  then: string
  /** The text has changed since they agreed to it. */
  again: boolean
  /** They have agreed to this very text and only want to read it. */
  reading: boolean
  guardian: boolean
}

const giving = intention()

/** Nothing is kept on the phone here: a consent is given in one go or not at all. */
const kit = {
  form: consentForm,
  kept: { values: () => null, at: () => 0, keep: giving.over, key: giving.key, drop: giving.over },
  fieldOf: { 'guardian-missing': 'guardianAgrees' },
} as const

const goOn = (then: string): Promise<void> =>
  then.startsWith('/packages/') ? replacePage(then) : goBackOr(routes.me())

function change(view: View<ConsentState>, name: string, value: unknown): void {
  changeField(view, kit, name, value)
  view.show({ guardian: asksGuardian(view.state.form.draft['ageBand']) })
}

export const consentModel: PageModel<ConsentState> = {
  state: {
    form: consentForm.begin(),
    sending: false,
    refused: '',
    then: '',
    again: false,
    reading: false,
    guardian: false,
  },
  words: consentWords,

  opened(view, { then = '' }) {
    const known = knownMe.get()
    const reading = known !== null && hasConsented(known)
    view.show({ then: decodeURIComponent(then), again: known?.asksAgain ?? false, reading })
  },

  on: {
    change(view, event) {
      const { value }: { value?: unknown } = typeof event.detail === 'object' ? (event.detail ?? {}) : {}
      change(view, textOf(event, 'name'), value)
    },
    leave(view, event) {
      view.show({ form: consentForm.left(view.state.form, textOf(event, 'name')) })
    },
    async submit(view) {
      await sendForm(view, kit, async ({ ageBand, guardianAgrees }, key) => {
        const guardian = asksGuardian(ageBand) && guardianAgrees
        heardMe(await call(people.giveConsent, { version: CONSENT_VERSION, ageBand, guardianAgrees: guardian }, key))
        await goOn(view.state.then)
      })
    },
    goBack: () => goBackOr(routes.me()),
  },
}
