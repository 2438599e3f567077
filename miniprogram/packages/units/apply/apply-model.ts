import * as v from 'valibot'
import type { RegionCode } from '../../../contract/regions'
import type { UnitAbove } from '../../../contract/applying'
import { UNIT_NAME_LIMITS, units } from '../../../contract/units'
import { applyWords } from '../../../copy/units'
import type { PageEvent, PageModel } from '../../../lib/define-page'
import type { Draft } from '../../../lib/form'
import { begun, changeField, fieldHandlers, sendForm } from '../../../lib/form-page'
import { regionChoiceSchema, unitRegionChoices } from '../../../lib/region-choice'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import type { View } from '../../../lib/live-view'
import { textOf } from '../../../lib/text-of'
import { findUnits, NOTHING_ASKED, type UnitSearch } from '../../../lib/unit-search'
import { call } from '../../../services/cloud'
import { choosePictures } from '../../../services/files'
import { returnTo } from '../../../services/navigation'
import { applyKit, kindChoices } from './apply-form'
import { fromDraft, isSending, PROOF_LIMIT } from './proof-files'
import { add, type ProofPage, remove, send } from './send-proof'

interface ApplyState extends ProofPage, UnitSearch {
  /** Whether the region is chosen, on which it depends what units are above. */
  placed: boolean
  kinds: typeof kindChoices
  regions: ReturnType<typeof unitRegionChoices>
  proofLimit: number
  nameLimit: number
  /** When what is typed was kept; 0 for never. */
  keptAt: number
}

const regionIn = ({ region }: Draft): RegionCode | null => {
  const parsed = v.safeParse(regionChoiceSchema, region)
  return parsed.success ? parsed.output : null
}

async function unitsAbove({ state: { form } }: View<ApplyState>, name: string): Promise<UnitAbove[]> {
  const region = regionIn(form.draft)
  return region === null ? [] : call(units.listAbove, { region, name })
}

/** A unit elsewhere belongs to somebody else: whoever moves chooses anew. */
function change(view: View<ApplyState>, event: PageEvent): void {
  void fieldHandlers(applyKit)['change']?.(view, event)
  if (textOf(event, 'name') !== 'region') return
  changeField(view, applyKit, 'parent', '')
  view.show({ placed: regionIn(view.state.form.draft) !== null })
}

export const applyModel: PageModel<ApplyState> = {
  state: {
    ...begun(applyKit, {}),
    ...NOTHING_ASKED,
    placed: false,
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
    view.show({
      ...page,
      placed: regionIn(page.form.draft) !== null,
      files: fromDraft(page.form.draft['proof']),
      keptAt: applyKit.kept.at(),
    })
  },

  on: {
    ...fieldHandlers(applyKit),
    change,
    findUnits: (view, event) => findUnits(view, textOf(event, 'text'), name => unitsAbove(view, name)),
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
        await call(units.apply, input, key)
        await returnTo(routes.unit())
        await tell(applyWords.sent)
      })
    },
  },
}
