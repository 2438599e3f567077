import { regionName } from '../../../contract/region-names'
import { type Unit, units } from '../../../contract/units'
import { closedText, confirmedText, deskUnitWords, turnedDownText, UNIT_TAGS } from '../../../copy/desk-units'
import { errorWords } from '../../../copy/errors'
import { monthDay } from '../../../copy/moments'
import { memberCount, UNIT_KIND_NAMES } from '../../../copy/units'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { numberOf, textOf } from '../../../lib/text-of'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'

interface Fact {
  label: string
  text: string
}

interface UnitState extends Loading, Busy {
  id: string
  name: string
  state: Unit['state']
  tag: string
  tone: string
  facts: Fact[]
  proof: string[]
  confirming: boolean
  closing: boolean
  /** Why closing did not work, shown in the sheet that asks for the reason. */
  refused: string
}

type UnitView = View<UnitState>

const factsOf = ({ kind, region, parent, members, reason, state, appliedAt }: Unit): Fact[] =>
  [
    { label: deskUnitWords.kind, text: UNIT_KIND_NAMES[kind] },
    { label: deskUnitWords.region, text: regionName(region) },
    { label: deskUnitWords.parent, text: parent?.name ?? '' },
    { label: deskUnitWords.appliedAt, text: monthDay(appliedAt) },
    { label: deskUnitWords.members, text: state === 'confirmed' ? memberCount(members) : '' },
    { label: deskUnitWords.reason, text: reason },
  ].filter(({ text }) => text !== '')

const contentOf = (unit: Unit): Partial<UnitState> => ({
  ...READY,
  name: unit.name,
  state: unit.state,
  tag: UNIT_TAGS[unit.state].text,
  tone: UNIT_TAGS[unit.state].tone,
  facts: factsOf(unit),
})

async function load(view: UnitView): Promise<void> {
  try {
    const { unit, proof } = await call(units.show, { unit: view.state.id })
    view.show({ ...contentOf(unit), proof })
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Decides about the unit; where somebody else was quicker, says so and shows what they decided. */
async function decide(view: UnitView, act: () => Promise<Unit>, done: (name: string) => string): Promise<void> {
  try {
    const unit = await act()
    view.show({ ...contentOf(unit), confirming: false, closing: false })
    await tell(done(unit.name))
  } catch (problem) {
    if (asCallError(problem).code !== 'already-decided') throw problem
    view.show({ confirming: false, closing: false })
    await load(view)
    await tell(deskUnitWords.decidedMeanwhile)
  }
}

export const unitModel: PageModel<UnitState> = {
  state: {
    ...LOADING,
    id: '',
    name: '',
    state: 'applied',
    tag: '',
    tone: '',
    facts: [],
    proof: [],
    confirming: false,
    closing: false,
    refused: '',
    busy: false,
  },
  words: deskUnitWords,

  opened(view, { unit = '' }) {
    view.show({ id: unit })
    return load(view)
  },
  refreshed: load,

  on: {
    retry: retrying(load),
    async preview(view, event) {
      const { proof } = view.state
      const current = proof[numberOf(event, 'at')]
      if (current !== undefined) await wx.previewImage({ urls: proof, current })
    },
    askConfirm(view) {
      view.show({ confirming: true })
    },
    askClose(view) {
      view.show({ closing: true, refused: '' })
    },
    back(view) {
      view.show({ confirming: false, closing: false })
    },
    confirm: view =>
      whileBusy(view, async () => {
        view.show({ confirming: false })
        await decide(view, () => sendOnce(units.confirm, { unit: view.state.id }), confirmedText)
      }),
    close: (view, event) =>
      whileBusy(view, async () => {
        const { id, state } = view.state
        const done = state === 'applied' ? turnedDownText : closedText
        const reason = textOf(event, 'reason')
        view.show({ refused: '' })
        await decide(view, () => sendOnce(units.close, { unit: id, reason }), done).catch((problem: unknown) => {
          view.show({ refused: errorWords(problem) })
        })
      }),
  },
}
