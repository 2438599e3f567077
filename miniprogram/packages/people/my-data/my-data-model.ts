import { type DataKind, type Me, people } from '../../../contract/people'
import { errorWords } from '../../../copy/errors'
import { AGE_BAND_NAMES, DATA_KIND_NAMES, dataWords } from '../../../copy/people'
import { regionPath } from '../../../copy/regions'
import type { PageModel } from '../../../lib/define-page'
import { intention } from '../../../lib/intention'
import { dropAllDrafts } from '../../../lib/kept-draft'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { call } from '../../../services/cloud'
import { openWorkbook, takeBack } from '../../../services/files'
import { openPage, openTab } from '../../../services/navigation'
import { draft as attemptDraft } from '../../../stores/attempt'
import { forgetWrongs } from '../../../stores/contest-wrongs'
import { refreshMe } from '../../../stores/me'
import { forgetPractice } from '../../../stores/practice-cards'

interface Fact {
  label: string
  text: string
}

interface MyDataState extends Loading {
  facts: Fact[]
  /** What is being done now; empty for nothing. */
  busy: '' | 'download' | 'delete'
  confirming: boolean
  refused: string
  /** What became of everything; null until it is deleted. */
  outcome: { deleted: string[]; kept: string[] } | null
}

const asking = intention()
const deleting = intention()

function factsOf({ profile }: Me): Fact[] {
  if (!profile) return []
  const { nickname, region, ageBand, unit } = profile
  return [
    { label: dataWords.nickname, text: nickname || dataWords.unset },
    { label: dataWords.region, text: region === null ? dataWords.unset : regionPath(region) },
    { label: dataWords.ageBand, text: AGE_BAND_NAMES[ageBand] },
    { label: dataWords.unit, text: unit?.name ?? dataWords.unset },
  ]
}

async function load(view: View<MyDataState>): Promise<void> {
  try {
    view.show({ ...READY, facts: factsOf(await refreshMe()) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function download(view: View<MyDataState>): Promise<void> {
  const file = await call(people.showMyData, {}, asking.key())
  asking.over()
  await openWorkbook(file)
  view.show({ refused: '' })
}

const wordsOf = (kinds: readonly DataKind[]): string[] => [...new Set(kinds)].map(kind => DATA_KIND_NAMES[kind])

/** What the phone itself remembers of the person goes too. */
async function deleteAll(view: View<MyDataState>): Promise<void> {
  const { deleted, kept } = await call(people.deleteMe, {}, deleting.key())
  deleting.over()
  await takeBack(dropAllDrafts())
  attemptDraft.set(null)
  forgetPractice()
  forgetWrongs()
  view.show({ outcome: { deleted: wordsOf(deleted), kept: wordsOf(kept) }, facts: [] })
  await refreshMe()
}

async function doing(view: View<MyDataState>, busy: 'download' | 'delete', act: typeof download): Promise<void> {
  if (view.state.busy !== '') return
  view.show({ busy, refused: '', confirming: false })
  try {
    await act(view)
  } catch (problem) {
    view.show({ refused: errorWords(problem) })
  } finally {
    view.show({ busy: '' })
  }
}

export const myDataModel: PageModel<MyDataState> = {
  state: { ...LOADING, facts: [], busy: '', confirming: false, refused: '', outcome: null },
  words: dataWords,

  shown: load,

  on: {
    retry: retrying(load),
    download: view => doing(view, 'download', download),
    ask(view) {
      if (view.state.busy === '') view.show({ confirming: true })
    },
    cancel(view) {
      view.show({ confirming: false })
    },
    confirm: view => doing(view, 'delete', deleteAll),
    read: () => openPage(routes.consent()),
    goHome: () => openTab(routes.home()),
  },
}
