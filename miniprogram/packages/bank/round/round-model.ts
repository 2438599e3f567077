import { bank } from '../../../contract/bank'
import { CATEGORIES } from '../../../contract/questions'
import type { OrganisedRound } from '../../../contract/rounds'
import { questionWords } from '../../../copy/bank'
import { errorWords } from '../../../copy/errors'
import { CATEGORY_NAMES, KIND_NAMES, letter } from '../../../copy/quiz'
import { roundLine, roundsWords, roundTag, roundWords, shortText } from '../../../copy/rounds'
import { whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormKit, sendForm } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'
import { failed, LOADING, READY, retrying } from '../../../lib/loading'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { newIdempotencyKey } from '../../../services/idempotency-key'
import { blankDraft, countName, draftOf, type EditedRound, inputOf, isMoved, mixIn, roundForm } from './round-form'
import type { RoundState, RoundView } from './round-state'

const kitOf = ({ state: { id, before } }: RoundView): FormKit<EditedRound> => ({
  form: roundForm,
  kept: keptDraft(`round:${id}:${before?.version ?? 0}`),
  fieldOf: { 'window-backwards': 'closesAt', 'round-off-window': 'opensAt', 'reason-missing': 'reason' },
})

function standing(before: OrganisedRound): Partial<RoundState> {
  const { badge, tone } = roundTag(before)
  const published = before.state === 'published'
  return {
    ...{
      heading: before.title === '' ? roundsWords.untitled : before.title,
      line: roundLine(before),
      tag: badge,
      tone,
    },
    ...{ running: before.running, published, mayPublish: !published, mayClose: published && before.phase === 'open' },
  }
}

async function load(view: RoundView): Promise<void> {
  try {
    const { id } = view.state
    const before = id === '' ? null : await call(bank.getRound, { id })
    view.show({ before, ...(before ? standing(before) : { heading: roundWords.newTitle }) })
    const kit = kitOf(view)
    const form = begun(kit, kit.kept.values() ?? (before ? draftOf(before) : blankDraft))
    view.show({ ...READY, ...form, moved: before !== null && isMoved(form.form.draft, before) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function save(view: RoundView, edited: EditedRound, key: string): Promise<void> {
  const { before, form } = view.state
  const at = before ? { id: before.id, version: before.version } : null
  const round = inputOf(edited, form.draft, before)
  const saved = await call(bank.saveRound, { at, round, reason: edited.reason }, key)
  kitOf(view).kept.drop()
  view.show({ id: saved.id })
  await load(view)
  await tell(roundWords.saved)
}

/** Draws another paper each time it is asked for. */
async function preview(view: RoundView): Promise<void> {
  const mix = mixIn(view.state.form.draft)
  view.show({ mixProblem: mix.length === 0 ? roundWords.mixWrong : '' })
  if (mix.length === 0) return
  const opensAt = view.state.before?.opensAt ?? Date.now()
  const paper = await call(bank.previewPaper, { mix, opensAt, seed: newIdempotencyKey() })
  const questions = paper.questions.map(({ id, category, kind, stem, picture, options }) => ({
    ...{ id, category: CATEGORY_NAMES[category], kind: KIND_NAMES[kind], stem, picture },
    options: options.map(({ text, right }, at) => ({ letter: letter(at), text, right })),
  }))
  view.show({ paper: { short: shortText(paper), key: questionWords.key, questions } })
}

const decide = (view: RoundView, done: string, doing: (at: { id: string; version: number }) => Promise<unknown>) =>
  whileBusy(view, async () => {
    const { id, before, asking } = view.state
    try {
      await doing({ id, version: before?.version ?? 0 })
      view.show({ asking: '', refused: '' })
      await load(view)
      await tell(done)
    } catch (problem) {
      view.show({ refused: errorWords(problem), asking: asking === 'close' ? asking : '' })
    }
  })

export const roundModel: PageModel<RoundState> = {
  state: {
    ...{ ...LOADING, form: roundForm.begin(), sending: false, refused: '', busy: false, id: '', before: null },
    ...{ heading: '', line: '', tag: '', tone: 'calm', running: false, published: false, mayPublish: false },
    ...{ mayClose: false, moved: false, mixProblem: '', paper: null, asking: '' },
    categories: CATEGORIES.map(category => ({ name: countName(category), label: CATEGORY_NAMES[category] })),
  },
  words: roundWords,

  opened(view, { id = '' }) {
    view.show({ id })
    return load(view)
  },

  on: {
    retry: retrying(load),
    async change(view, event) {
      await fieldHandlers(kitOf(view))['change']?.(view, event)
      const { before, form } = view.state
      view.show({ moved: before !== null && isMoved(form.draft, before), mixProblem: '' })
    },
    leave: (view, event) => fieldHandlers(kitOf(view))['leave']?.(view, event),
    async save(view) {
      const empty = mixIn(view.state.form.draft).length === 0
      view.show({ mixProblem: empty ? roundWords.mixWrong : '' })
      if (!empty) await sendForm(view, kitOf(view), (edited, key) => save(view, edited, key))
    },
    preview: view => whileBusy(view, () => preview(view)),
    hidePaper(view) {
      view.show({ paper: null })
    },
    askPublish(view) {
      view.show({ asking: 'publish', refused: '' })
    },
    askClose(view) {
      view.show({ asking: 'close', refused: '' })
    },
    back(view) {
      view.show({ asking: '' })
    },
    publish: view => decide(view, roundWords.published, at => sendOnce(bank.publishRound, at)),
    close: (view, event) =>
      decide(view, roundWords.closed, at => sendOnce(bank.closeRound, { ...at, reason: textOf(event, 'reason') })),
  },
}
