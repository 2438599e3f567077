import { bank, type ImportPreview } from '../../../contract/bank'
import type { LiveBank } from '../../../contract/bank-questions'
import { LARGEST_IMPORT } from '../../../contract/question-files'
import { CATEGORIES, type Category } from '../../../contract/questions'
import { questionBadge, questionLine } from '../../../copy/bank'
import { BANK_CHOICES } from '../../../copy/bank-edit'
import { importWords, previewText, problemsLeft, problemText, writtenText } from '../../../copy/bank-import'
import { errorWords } from '../../../copy/errors'
import { CATEGORY_NAMES } from '../../../copy/quiz'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { chooseChatFile, uploadFile } from '../../../services/files'
import { newIdempotencyKey } from '../../../services/idempotency-key'
import { returnTo } from '../../../services/navigation'
import { me } from '../../../stores/me'

interface ImportState extends Busy {
  phase: 'begin' | 'reading' | 'wrong' | 'right' | 'writing' | 'stopped' | 'done'
  /** Empty where each question has to name its own. */
  category: Category | ''
  bank: LiveBank
  categories: { value: string; text: string }[]
  banks: { value: string; text: string }[]
  /** The file as the storage names it, and as the person does. */
  file: string
  name: string
  problems: string[]
  left: string
  summary: string
  rows: { title: string; note: string; badge: string; tone: string }[]
  mayImport: boolean
  asking: boolean
  step: string
  share: number
  refused: string
}

type ImportView = View<ImportState>

const ENDINGS = ['xlsx', 'txt', 'gift', 'xml', 'zip']

const askedOf = ({ state: { file, category, bank: where } }: ImportView) => ({
  file,
  category: category === '' ? null : category,
  bank: where,
})

function shownOf(preview: ImportPreview): Partial<ImportState> {
  const { problems, problemCount, added, changed, first } = preview
  return {
    phase: problemCount > 0 ? 'wrong' : 'right',
    ...{ problems: problems.map(problemText), left: problemsLeft(problems.length, problemCount) },
    ...{
      summary: added + changed === 0 ? importWords.nothingNew : previewText(preview),
      mayImport: added + changed > 0,
    },
    rows: first.map(row => ({ title: row.stem, note: questionLine(row), ...questionBadge(row) })),
  }
}

async function look(view: ImportView): Promise<void> {
  view.show({ phase: 'reading', refused: '', problems: [], rows: [] })
  try {
    view.show(shownOf(await call(bank.previewImport, askedOf(view))))
  } catch (problem) {
    view.show({ phase: 'begin', refused: errorWords(problem) })
  }
}

async function choose(view: ImportView): Promise<void> {
  const chosen = await chooseChatFile(ENDINGS)
  if (!chosen) return
  view.show({ phase: 'reading', name: chosen.name, refused: '' })
  try {
    const { folder } = await me()
    const key = newIdempotencyKey()
    const file = await uploadFile({ folder, purpose: 'import', key, path: chosen.path, mostBytes: LARGEST_IMPORT })
    view.show({ file })
  } catch (problem) {
    view.show({ phase: 'begin', refused: errorWords(problem) })
    return
  }
  await look(view)
}

/** Call by call, until all of it is there; nothing of it is in use before. */
async function write(view: ImportView): Promise<void> {
  view.show({ asking: false, phase: 'writing', refused: '', share: 0, step: '' })
  try {
    for (let done = false; !done;) {
      const progress = await sendOnce(bank.importQuestions, askedOf(view))
      done = progress.done
      view.show({
        share: progress.written / Math.max(1, progress.total),
        step: writtenText(progress.written, progress.total),
      })
    }
    view.show({ phase: 'done', share: 1 })
  } catch (problem) {
    view.show({ phase: 'stopped', refused: errorWords(problem) })
  }
}

const categoryIn = (text: string): Category | '' => CATEGORIES.find(category => category === text) ?? ''

export const importFileModel: PageModel<ImportState> = {
  state: {
    ...{ phase: 'begin', category: '', bank: 'practice', banks: [...BANK_CHOICES], busy: false, asking: false },
    categories: [
      { value: 'none', text: importWords.noCategory },
      ...CATEGORIES.map(category => ({ value: category, text: CATEGORY_NAMES[category] })),
    ],
    ...{
      file: '',
      name: '',
      problems: [],
      left: '',
      summary: '',
      rows: [],
      mayImport: false,
      step: '',
      share: 0,
      refused: '',
    },
  },
  words: importWords,

  on: {
    async change(view, event) {
      const value = textOf(event, 'value')
      if (textOf(event, 'name') === 'bank') view.show({ bank: value === 'contest' ? 'contest' : 'practice' })
      else view.show({ category: categoryIn(value) })
      if (view.state.file !== '') await whileBusy(view, () => look(view))
    },
    choose: view => whileBusy(view, () => choose(view)),
    ask(view) {
      view.show({ asking: true })
    },
    back(view) {
      view.show({ asking: false })
    },
    import: view => whileBusy(view, () => write(view)),
    leave: () => returnTo(routes.bankQuestions()),
  },
}
