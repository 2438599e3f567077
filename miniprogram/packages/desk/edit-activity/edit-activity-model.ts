import * as v from 'valibot'
import { COUNTRY } from '../../../contract/regions'
import { units } from '../../../contract/units'
import { type Activity, activityKindSchema } from '../../../contract/activities'
import { type EditableEdition, editions } from '../../../contract/editions'
import { changedByOther, editWords } from '../../../copy/desk-editions'
import type { PageEvent, PageModel } from '../../../lib/define-page'
import type { Draft } from '../../../lib/form'
import { begun, fieldHandlers, type FormKit, type FormPage, sendForm } from '../../../lib/form-page'
import { type KeptDraft, keptDraft } from '../../../lib/kept-draft'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { findUnits, NOTHING_ASKED, type UnitSearch } from '../../../lib/unit-search'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { goBackOr } from '../../../services/navigation'
import { changedFields, draftOf, rebased } from './activity-draft'
import { activityForm, type EditedActivity, FIELDS } from './activity-form'

interface EditState extends Loading, FormPage, UnitSearch {
  year: string
  kind: string
  name: string
  /** The edition as last read; null before. */
  version: number
  state: EditableEdition['state']
  opensAt: number
  closesAt: number
  /** Whether the window on the screen is another one than stands: then the reason is asked for. */
  moved: boolean
  first: string
  last: string
  /** What is good to know about the draft: it is an older one, or somebody else changed something meanwhile. */
  note: string
}

type EditView = View<EditState>

/** What was typed, and what it was typed over: together they show what the person meant to change. */
const typedOf = ({ state: { year, kind } }: EditView): KeptDraft => keptDraft(`activity:${year}:${kind}`)
const baseOf = ({ state: { year, kind } }: EditView): KeptDraft => keptDraft(`activity-before:${year}:${kind}`)

const kitOf = (view: EditView): FormKit<EditedActivity> => {
  const { state, opensAt, closesAt } = view.state
  return {
    form: activityForm({ opensAt, closesAt }, state !== 'draft'),
    kept: typedOf(view),
    fieldOf: {
      'window-backwards': 'closesAt',
      'window-off-year': 'opensAt',
      'reason-missing': 'reason',
      'unit-unknown': 'unit',
    },
  }
}

const daysMoved = (base: Draft, draft: Draft): boolean =>
  base['opensAt'] !== draft['opensAt'] || base['closesAt'] !== draft['closesAt']

/** Puts the activity into the form as it stands, under whatever was typed before and has not been saved. */
function fill(view: EditView, edition: EditableEdition, activity: Activity): void {
  const now = draftOf(activity)
  const base = baseOf(view).values() ?? now
  const typed = typedOf(view).values()
  const others = changedFields(base, now)
  const draft = typed ? rebased(base, typed, now) : now
  const { version, state, year } = edition
  const { opensAt, closesAt, name } = activity
  view.show({ version, state, opensAt, closesAt, name, first: `${year}-01-01`, last: `${year + 1}-01-31` })
  if (typed) {
    baseOf(view).keep(now)
    typedOf(view).keep(draft)
  }
  const note = others.length > 0 ? changedByOther(others.map(field => FIELDS[field].label)) : editWords.kept
  view.show({ ...READY, ...begun(kitOf(view), draft), note: typed ? note : '', moved: daysMoved(now, draft) })
}

async function read(view: EditView): Promise<void> {
  const { year, kind } = view.state
  const edition = await call(editions.showEdition, { year: Number(year) })
  const activity = edition.activities.find(candidate => candidate.kind === kind)
  if (edition.state === 'archived' || !activity) {
    const problem = activity ? editWords.archived : editWords.missing
    view.show({ phase: 'failed', problem, mayRetry: false })
  } else fill(view, edition, activity)
}

async function load(view: EditView): Promise<void> {
  try {
    await read(view)
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function save(view: EditView, { reason, ...change }: EditedActivity): Promise<void> {
  const { year, kind, version, state } = view.state
  try {
    await sendOnce(editions.editActivity, {
      year: Number(year),
      kind: v.parse(activityKindSchema, kind),
      version,
      change,
      reason,
    })
  } catch (problem) {
    if (asCallError(problem).code === 'edition-changed') await readAgain(view)
    throw problem
  }
  baseOf(view).drop()
  await tell(state === 'draft' ? editWords.savedDraft : editWords.saved)
  await goBackOr(routes.me())
}

/** Somebody else was quicker: what they changed comes in under what is being written, and is named. */
async function readAgain(view: EditView): Promise<void> {
  const kept = baseOf(view).values()
  await read(view)
  const now = baseOf(view).values()
  if (kept && now) view.show({ note: changedByOther(changedFields(kept, now).map(field => FIELDS[field].label)) })
}

function change(view: EditView, event: PageEvent): void {
  const base = baseOf(view)
  if (base.values() === null) base.keep(view.state.form.saved)
  void fieldHandlers(kitOf(view))['change']?.(view, event)
  view.show({ moved: daysMoved(baseOf(view).values() ?? {}, view.state.form.draft) })
}

/** An activity is the country's: any confirmed unit may host it. */
async function confirmedUnits(name: string) {
  const { items } = await call(units.list, { region: COUNTRY, state: 'confirmed', name, after: null })
  return items
}

export const editActivityModel: PageModel<EditState> = {
  state: {
    ...LOADING,
    ...NOTHING_ASKED,
    form: activityForm({ opensAt: 0, closesAt: 0 }, false).begin(),
    sending: false,
    refused: '',
    year: '',
    kind: '',
    name: '',
    version: 0,
    state: 'draft',
    opensAt: 0,
    closesAt: 0,
    moved: false,
    first: '',
    last: '',
    note: '',
  },
  words: editWords,

  opened(view, { year = '', kind = '' }) {
    view.show({ year, kind })
    return load(view)
  },

  on: {
    retry: retrying(load),
    leavePage: () => goBackOr(routes.me()),
    change,
    leave: (view, event) => fieldHandlers(kitOf(view))['leave']?.(view, event),
    findUnits: (view, event) => findUnits(view, textOf(event, 'text'), confirmedUnits),
    save: view => sendForm(view, kitOf(view), input => save(view, input)),
    discard(view) {
      typedOf(view).drop()
      baseOf(view).drop()
      return load(view)
    },
  },
}
