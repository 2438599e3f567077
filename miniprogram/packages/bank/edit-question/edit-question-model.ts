import * as v from 'valibot'
import { bank } from '../../../contract/bank'
import type { BankQuestion } from '../../../contract/bank-questions'
import { CATEGORIES, categorySchema, type Picture, QUESTION_KINDS } from '../../../contract/questions'
import { dayOf } from '../../../contract/time'
import {
  BANK_CHOICES,
  BLOOM_CHOICES,
  DIFFICULTY_CHOICES,
  editQuestionWords,
  EVIDENCE_CHOICES,
  keyLabel,
  KIND_CHOICES,
  optionLabel,
  STATUS_CHOICES,
} from '../../../copy/bank-edit'
import { CATEGORY_NAMES, KIND_NAMES } from '../../../copy/quiz'
import type { PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormKit, sendForm } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { call } from '../../../services/cloud'
import { goBackOr } from '../../../services/navigation'
import {
  choosePicture,
  dropUpload,
  giveUpSending,
  pictureIn,
  type PicturePage,
  removePicture,
  sendAgain,
  textIn,
} from './picture-field'
import { blankDraft, draftOf, inputOf } from './question-draft'
import { type EditedQuestion, LETTERS, OPTIONS, questionForm } from './question-form'

interface Preview {
  category: string
  kind: string
  stem: string
  picture: Picture | null
  options: { letter: string; text: string; right: boolean }[]
}

interface EditState extends Loading, PicturePage {
  /** Empty for a new question. */
  id: string
  /** As it was read; null for a new one. */
  before: BankQuestion | null
  preview: Preview | null
  letters: { name: string; label: string }[]
  keys: { value: string; text: string }[]
  choices: Record<string, { value: string; text: string }[]>
}

type EditView = View<EditState>

const FIELD_OF: FormKit<EditedQuestion>['fieldOf'] = {
  ...{ 'picture-unreadable': 'picture', 'picture-too-large': 'picture', 'picture-odd-size': 'picture' },
  ...{ 'picture-refused': 'picture', 'file-not-yours': 'picture', 'picture-credit-missing': 'pictureAuthor' },
}

/** What was typed over one version is nothing for another. */
const kitOf = ({ state: { id, before } }: EditView): FormKit<EditedQuestion> => ({
  form: questionForm,
  kept: keptDraft(`question:${id}:${before?.version ?? 0}`),
  fieldOf: FIELD_OF,
})

async function load(view: EditView): Promise<void> {
  try {
    const { id } = view.state
    const before = id === '' ? null : await call(bank.getQuestion, { id })
    view.show({ before })
    const kit = kitOf(view)
    const first = before ? draftOf(before) : blankDraft(dayOf(Date.now()))
    view.show({ ...READY, ...begun(kit, { ...first, ...kit.kept.values() }) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function save(view: EditView, edited: EditedQuestion, key: string): Promise<void> {
  const { before } = view.state
  const at = before ? { id: before.id, version: before.version } : null
  const question = inputOf(edited, before?.question ?? null)
  await call(bank.saveQuestion, { at, bank: edited.bank, question }, key)
  await dropUpload(view)
  await tell(editQuestionWords.saved)
  await goBackOr(routes.me())
}

/** What is written so far, as who answers it would see it. */
function previewOf(state: EditState): Preview {
  const { draft } = state.form
  const right = v.is(v.array(v.string()), draft['key']) ? draft['key'] : []
  const { category, kind } = draft
  const options = OPTIONS.map((name, at) => {
    const letter = LETTERS[at] ?? ''
    return { letter, text: textIn(draft, name), right: right.includes(letter) }
  })
  return {
    category: v.is(categorySchema, category) ? CATEGORY_NAMES[category] : '',
    kind: v.is(v.picklist(QUESTION_KINDS), kind) ? KIND_NAMES[kind] : '',
    ...{ stem: textIn(draft, 'stem'), picture: pictureIn(state) },
    ...{ options: options.filter(({ text }) => text !== '') },
  }
}

export const editQuestionModel: PageModel<EditState> = {
  state: {
    ...{ ...LOADING, form: questionForm.begin(), sending: false, refused: '', id: '', before: null, preview: null },
    ...{ sent: [], onPhone: '' },
    letters: OPTIONS.map((name, at) => ({ name, label: optionLabel(LETTERS[at] ?? '') })),
    keys: LETTERS.map(letter => ({ value: letter, text: keyLabel(letter) })),
    choices: {
      ...{ bank: [...BANK_CHOICES], kind: [...KIND_CHOICES], status: [...STATUS_CHOICES] },
      ...{ evidence: [...EVIDENCE_CHOICES], difficulty: DIFFICULTY_CHOICES, bloom: [...BLOOM_CHOICES] },
      category: CATEGORIES.map(category => ({ value: category, text: CATEGORY_NAMES[category] })),
    },
  },
  words: editQuestionWords,

  opened(view, { id = '' }) {
    view.show({ id })
    return load(view)
  },

  on: {
    retry: retrying(load),
    change: (view, event) => fieldHandlers(kitOf(view))['change']?.(view, event),
    leave: (view, event) => fieldHandlers(kitOf(view))['leave']?.(view, event),
    choosePicture: view => choosePicture(view, kitOf(view)),
    sendAgain: view => sendAgain(view, kitOf(view)),
    giveUpSending,
    removePicture: view => removePicture(view, kitOf(view)),
    save: view =>
      view.state.sent.length > 0
        ? tell(editQuestionWords.pictureWaits)
        : sendForm(view, kitOf(view), (edited, key) => save(view, edited, key)),
    show(view) {
      view.show({ preview: previewOf(view.state) })
    },
    hide(view) {
      view.show({ preview: null })
    },
  },
}
