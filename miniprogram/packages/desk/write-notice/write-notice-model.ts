import { notices } from '../../../contract/notices'
import type { RegionCode } from '../../../contract/regions'
import { readersText, writeWords } from '../../../copy/desk-notices'
import { noticeSource } from '../../../copy/notices'
import type { PageEvent, PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { goBackOr } from '../../../services/navigation'
import { heardNotice, hearNotices } from '../../../stores/heard-notices'
import { forwardKit, noticeKit } from './notice-kits'

interface WriteState extends Loading, FormPage {
  region: RegionCode
  /** The notice that is passed on; empty for one of one's own. */
  forwards: string
  original: { title: string; text: string; source: string } | null
  readers: string
  confirming: boolean
}

type WriteView = View<WriteState>

const handlersOf = ({ state: { region, forwards } }: WriteView) =>
  forwards === '' ? fieldHandlers(noticeKit(region)) : fieldHandlers(forwardKit(region, forwards))

const fieldEvent = (name: 'change' | 'leave') => (view: WriteView, event: PageEvent) =>
  handlersOf(view)[name]?.(view, event)

/** What is sent but must be looked at first is sent all the same: the form is done with. */
async function published(sending: Promise<unknown>): Promise<void> {
  const waits = await sending.then(
    () => false,
    (problem: unknown) => {
      if (asCallError(problem).code !== 'text-waits') throw problem
      return true
    },
  )
  await tell(waits ? writeWords.waits : writeWords.published)
  await goBackOr(routes.me())
}

function send(view: WriteView): Promise<void> {
  const { region, forwards } = view.state
  view.show({ confirming: false })
  return forwards === ''
    ? sendForm(view, noticeKit(region), input => published(sendOnce(notices.publish, { region, ...input })))
    : sendForm(view, forwardKit(region, forwards), input =>
        published(sendOnce(notices.forward, { notice: forwards, region, ...input })),
      )
}

/** A form that is not whole is told what is missing instead of being asked about. */
function ask(view: WriteView): Promise<void> | undefined {
  const { region, forwards, form } = view.state
  const filled = forwards === '' ? noticeKit(region).form.submit(form) : forwardKit(region, forwards).form.submit(form)
  if ('firstWrong' in filled) return send(view)
  view.show({ confirming: true })
  return undefined
}

async function findOriginal(view: WriteView): Promise<void> {
  const { region, forwards } = view.state
  if (!heardNotice(forwards)) hearNotices((await call(notices.list, { region, after: null })).items)
  const notice = heardNotice(forwards)
  const original = notice && { ...(notice.forwards ?? notice), source: noticeSource(notice.region, notice.at) }
  view.show(
    notice && original && notice.withdrawn === ''
      ? { ...READY, original: { title: original.title, text: original.text, source: original.source } }
      : { phase: 'failed', problem: writeWords.missing, mayRetry: false },
  )
}

async function load(view: WriteView): Promise<void> {
  const { forwards } = view.state
  if (forwards === '') {
    view.show(READY)
    return
  }
  try {
    await findOriginal(view)
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const writeNoticeModel: PageModel<WriteState> = {
  state: {
    ...LOADING,
    ...begun(noticeKit(''), {}),
    region: '',
    forwards: '',
    original: null,
    readers: '',
    confirming: false,
  },
  words: writeWords,

  opened(view, { region = '', forwards = '' }) {
    const form = forwards === '' ? begun(noticeKit(region)) : begun(forwardKit(region, forwards))
    view.show({ region, forwards, readers: readersText(region), ...form })
    return load(view)
  },

  on: {
    retry: retrying(load),
    change: fieldEvent('change'),
    leave: fieldEvent('leave'),
    ask,
    back(view) {
      view.show({ confirming: false })
    },
    send,
  },
}
