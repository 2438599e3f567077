import type { Activity } from '../../../contract/activities'
import { type EditableEdition, editions } from '../../../contract/editions'
import type { IconName } from '../../../components/icon/icon-names'
import { deskEditionWords, EDITION_TAGS, openYearText, yearText } from '../../../copy/desk-editions'
import { windowText } from '../../../copy/moments'
import { ACTIVITY_LOOKS } from '../../../lib/activity-looks'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'
import { askDesk } from '../../../stores/desk'

interface ActivityRow {
  value: string
  icon: IconName
  accent: string
  title: string
  note: string
  badge: string
}

interface EditionState extends Omit<Loading, 'phase'>, Busy {
  /** `empty` where the year is not there yet. */
  phase: Loading['phase'] | 'empty'
  years: { value: string; text: string }[]
  year: string
  /** The year that is published, which the next one begins from. */
  current: number
  isAdministrator: boolean
  title: string
  tag: string
  tone: string
  state: EditableEdition['state']
  rows: ActivityRow[]
  asking: '' | 'open' | 'publish'
  openText: string
}

type EditionView = View<EditionState>

const rowOf = (activity: Activity): ActivityRow => ({
  value: activity.kind,
  ...ACTIVITY_LOOKS[activity.kind],
  title: activity.name,
  note: windowText(activity),
  badge: activity.changed ? deskEditionWords.changed : '',
})

const contentOf = ({ year, title, state, activities }: EditableEdition): Partial<EditionState> => ({
  ...READY,
  title: `${yearText(year)} · ${title}`,
  state,
  tag: EDITION_TAGS[state].text,
  tone: EDITION_TAGS[state].tone,
  rows: activities.map(rowOf),
})

async function loadYear(view: EditionView): Promise<void> {
  const { year, isAdministrator } = view.state
  try {
    const edition = await call(editions.showEdition, { year: Number(year) })
    if (view.state.year === year) view.show(contentOf(edition))
  } catch (problem) {
    if (view.state.year !== year) return
    const { absent, absentOnly } = deskEditionWords
    if (asCallError(problem).code === 'edition-missing')
      view.show({ phase: 'empty', title: yearText(Number(year)), problem: isAdministrator ? absent : absentOnly })
    else view.show(failed(problem))
  }
}

/** The year after the published one is where drafts are; the years before are archives. */
async function load(view: EditionView): Promise<void> {
  try {
    const [desk, schedule] = await Promise.all([askDesk(), call(editions.showSchedule, { year: null })])
    const current = schedule.edition.year
    const years = [current + 1, ...schedule.years].map(year => ({ value: String(year), text: yearText(year) }))
    const { isAdministrator } = desk
    const year = view.state.year === '' ? String(current) : view.state.year
    view.show({ years, year, current, isAdministrator, openText: openYearText(current + 1) })
    await loadYear(view)
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Where somebody else was quicker, says so; either way the year is shown as it stands. */
async function carryOut(view: EditionView, sending: Promise<EditableEdition>, done: string): Promise<void> {
  const words = await sending.then(
    () => done,
    (problem: unknown) => {
      const { code } = asCallError(problem)
      if (code !== 'already-decided' && code !== 'edition-exists') throw problem
      return deskEditionWords.meanwhile
    },
  )
  await load(view)
  await tell(words)
}

const asks = (asking: EditionState['asking']) => (view: EditionView) => {
  view.show({ asking })
}

export const editionModel: PageModel<EditionState> = {
  state: {
    ...LOADING,
    years: [],
    year: '',
    current: 0,
    isAdministrator: false,
    title: '',
    tag: '',
    tone: '',
    state: 'draft',
    rows: [],
    asking: '',
    openText: '',
    busy: false,
  },
  words: deskEditionWords,

  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),
    choose(view, event) {
      view.show({ ...LOADING, year: textOf(event, 'value') })
      return loadYear(view)
    },
    edit: (view, event) => openPage(routes.editActivity({ year: view.state.year, kind: textOf(event, 'value') })),
    askOpen: asks('open'),
    askPublish: asks('publish'),
    back: asks(''),
    open: view =>
      whileBusy(view, () => {
        view.show({ asking: '' })
        return carryOut(view, sendOnce(editions.openYear, { from: view.state.current }), deskEditionWords.opened)
      }),
    publish: view =>
      whileBusy(view, () => {
        view.show({ asking: '' })
        const year = Number(view.state.year)
        return carryOut(view, sendOnce(editions.publishYear, { year }), deskEditionWords.published)
      }),
  },
}
