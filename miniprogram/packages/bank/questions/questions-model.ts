import type { DataFile } from '../../../contract/files'
import { bank } from '../../../contract/bank'
import { LIVE_BANKS, QUESTION_STATES, type QuestionRow } from '../../../contract/bank-questions'
import { FORMATS } from '../../../contract/question-files'
import type { Paged } from '../../../contract/paging'
import { CATEGORIES } from '../../../contract/questions'
import {
  ALL_CATEGORIES,
  bankWords,
  BANK_OPTIONS,
  FORMAT_OPTIONS,
  questionBadge,
  questionLine,
  shortStem,
  STATE_OPTIONS,
} from '../../../copy/bank'
import { CATEGORY_NAMES } from '../../../copy/quiz'
import { whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import { listing, noListing } from '../../../lib/listing'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { fetchExport, sendToChat, showSheet } from '../../../services/exports'
import { openPage } from '../../../services/navigation'
import type { BankRow, QuestionsState, QuestionsView } from './questions-state'

const rowOf = (row: QuestionRow): BankRow => ({
  id: row.id,
  icon: 'book-open',
  title: shortStem(row.stem),
  note: questionLine(row),
  ...questionBadge(row),
})

const asking =
  ({ state: { bank: where, state, category, search } }: QuestionsView) =>
  async (after: string | null): Promise<Paged<BankRow>> => {
    const { items, next } = await call(bank.listQuestions, {
      bank: where,
      state,
      category: category || null,
      search,
      after,
    })
    return { items: items.map(rowOf), next }
  }

const list = listing(asking)

function lookFor(view: QuestionsView, change: Partial<QuestionsState>): Promise<void> {
  view.show(change)
  const { state, search, category } = view.state
  const narrow = search !== '' || state !== 'all' || category !== ''
  view.show({ empty: state === 'flagged' ? bankWords.noneFlagged : narrow ? bankWords.nothing : bankWords.empty })
  return list.begin(view)
}

const found = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find(value => value === text)

/** Makes a file, brings it onto the phone and offers it. */
const offer = (view: QuestionsView, make: () => Promise<DataFile>): Promise<void> =>
  whileBusy(view, async () => {
    view.show({ choosing: false })
    const made = await make()
    const path = await fetchExport(made)
    const name = decodeURIComponent(made.url.split('?')[0]?.split('/').at(-1) ?? '')
    view.show({ file: { path, name, isSheet: name.endsWith('.xlsx') } })
  })

export const questionsModel: PageModel<QuestionsState> = {
  state: {
    ...noListing<BankRow>(),
    ...{ bank: 'contest', state: 'all', category: '', search: '', empty: bankWords.empty },
    ...{ banks: [...BANK_OPTIONS], states: [...STATE_OPTIONS], formats: [...FORMAT_OPTIONS] },
    categories: [
      { value: '', text: ALL_CATEGORIES },
      ...CATEGORIES.map(category => ({ value: category, text: CATEGORY_NAMES[category] })),
    ],
    ...{ choosing: false, busy: false, file: null },
  },
  words: bankWords,

  shown: list.refresh,
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
    chooseBank: (view, event) =>
      lookFor(view, { bank: found([...LIVE_BANKS, 'retired'], textOf(event, 'value')) ?? 'contest' }),
    chooseState: (view, event) => lookFor(view, { state: found(QUESTION_STATES, textOf(event, 'value')) ?? 'all' }),
    chooseCategory: (view, event) => lookFor(view, { category: found(CATEGORIES, textOf(event, 'value')) ?? '' }),
    search: (view, event) => lookFor(view, { search: textOf(event, 'text') }),
    open: (_view, event) => openPage(routes.bankQuestion({ id: textOf(event, 'value') })),
    add: () => openPage(routes.editQuestion()),
    showFiles(view) {
      view.show({ choosing: true })
    },
    hideFiles(view) {
      view.show({ choosing: false })
    },
    async import(view) {
      view.show({ choosing: false })
      await openPage(routes.importQuestions())
    },
    template: view => offer(view, () => sendOnce(bank.makeTemplate, {})),
    export(view, event) {
      const { bank: where, category } = view.state
      const format = found(FORMATS, textOf(event, 'value')) ?? 'xlsx'
      return offer(view, () => sendOnce(bank.exportQuestions, { format, bank: where, category: category || null }))
    },
    hideFile(view) {
      view.show({ file: null })
    },
    openFile: ({ state: { file } }) => (file ? showSheet(file.path) : undefined),
    async sendFile({ state: { file } }) {
      if (file && !(await sendToChat(file.path, file.name))) await tell(bankWords.cannotSend)
    },
  },
}
