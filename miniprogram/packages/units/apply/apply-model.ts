import { UNIT_NAME_LIMITS, units } from '../../../contract/units'
import { applyWords } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, sendForm } from '../../../lib/form-page'
import { unitRegionChoices } from '../../../lib/region-choice'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { choosePictures } from '../../../services/files'
import { returnTo } from '../../../services/navigation'
import { applyKit, kindChoices } from './apply-form'
import { fromDraft, isSending, PROOF_LIMIT } from './proof-files'
import { add, type ProofPage, remove, send } from './send-proof'

interface ApplyState extends ProofPage {
  kinds: typeof kindChoices
  regions: ReturnType<typeof unitRegionChoices>
  proofLimit: number
  nameLimit: number
  /** When what is typed was kept; 0 for never. */
  keptAt: number
}

export const applyModel: PageModel<ApplyState> = {
  state: {
    ...begun(applyKit, {}),
    files: [],
    kinds: kindChoices,
    regions: unitRegionChoices(),
    proofLimit: PROOF_LIMIT,
    nameLimit: UNIT_NAME_LIMITS.most,
    keptAt: 0,
  },
  words: applyWords,

  opened(view) {
    const page = begun(applyKit)
    view.show({ ...page, files: fromDraft(page.form.draft['proof']), keptAt: applyKit.kept.at() })
  },

  on: {
    ...fieldHandlers(applyKit),
    async leave(view, event) {
      await fieldHandlers(applyKit)['leave']?.(view, event)
      view.show({ keptAt: applyKit.kept.at() })
    },
    async choose(view) {
      const chosen = await choosePictures(PROOF_LIMIT - view.state.files.length)
      await add(
        view,
        chosen.map(({ path }) => path),
      )
    },
    again: (view, event) => send(view, textOf(event, 'id')),
    remove: (view, event) => remove(view, textOf(event, 'id')),
    async look(view, event) {
      const shown = view.state.files.find(({ id }) => id === textOf(event, 'id'))
      if (shown) await wx.previewImage({ urls: [shown.thumb] })
    },
    async submit(view) {
      if (isSending(view.state.files)) return tell(applyWords.stillSending)
      await sendForm(view, applyKit, async (input, key) => {
        await call(units.apply, { ...input, parent: null }, key)
        await returnTo(routes.unit())
        await tell(applyWords.sent)
      })
    },
  },
}
