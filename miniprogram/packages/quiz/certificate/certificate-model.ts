import type { EarnedCertificate } from '../../../contract/certificates'
import { quiz } from '../../../contract/quiz'
import { certificateWords, ownFacts } from '../../../copy/certificates'
import type { PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { type CertificateFacts, certificatePoster } from '../../../lib/poster-certificate'
import type { PosterDescription } from '../../../lib/poster-description'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { replacePage } from '../../../services/navigation'
import { codePicture } from '../../../lib/code-picture'
import { keepPicture } from '../../../lib/keep-picture'
import { NAME_LIMIT, nameKit } from './certificate-form'

interface CertificateState extends Loading, FormPage {
  round: string
  /** `name` asks for the name, `paper` shows the certificate, `none` has nothing to show. */
  step: 'name' | 'paper' | 'none'
  most: number
  facts: CertificateFacts | null
  waits: boolean
  /** Null until the person wants a picture. */
  poster: PosterDescription | null
  /** The finished picture; empty while it is painted. */
  picture: string
  busy: boolean
}

function contentOf(earned: EarnedCertificate | undefined): Partial<CertificateState> {
  if (!earned) return { ...READY, step: 'none' }
  const facts = ownFacts(earned)
  const waits = earned.issued?.waits ?? false
  return { ...READY, step: facts ? 'paper' : 'name', facts, waits, poster: null, picture: '' }
}

async function load(view: View<CertificateState>): Promise<void> {
  try {
    const all = await call(quiz.listCertificates, {})
    view.show(contentOf(all.find(({ round }) => round === view.state.round)))
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Paints the certificate with its code; a code that does not come is said, and left out. */
async function paint(view: View<CertificateState>): Promise<void> {
  const { facts, round, busy } = view.state
  if (!facts || busy) return
  view.show({ busy: true })
  const code = await codePicture(round)
  view.show({ poster: certificatePoster(facts, code), busy: false })
  if (code === '') await tell(certificateWords.codeMissing)
}

export const certificateModel: PageModel<CertificateState> = {
  state: {
    ...LOADING,
    ...begun(nameKit, {}),
    round: '',
    step: 'none',
    most: NAME_LIMIT,
    facts: null,
    waits: false,
    poster: null,
    picture: '',
    busy: false,
  },
  words: certificateWords,

  async opened(view, { round = '' }) {
    view.show({ ...begun(nameKit), round })
    await load(view)
  },

  shared: () => ({ title: certificateWords.shareTitle, path: routes.quiz() }),

  on: {
    ...fieldHandlers(nameKit),
    retry: retrying(load),
    async submit(view) {
      const { round } = view.state
      await sendForm(view, nameKit, async ({ name }, key) => {
        view.show(contentOf(await call(quiz.issueCertificate, { round, name }, key)))
      })
    },
    rename(view) {
      view.show({ ...begun(nameKit, { name: view.state.facts?.name ?? '' }), step: 'name' })
    },
    async keep(view) {
      if (view.state.picture === '') await paint(view)
      else await keepPicture(view.state.picture)
    },
    async painted(view, event) {
      const picture = textOf(event, 'path')
      view.show({ picture })
      await keepPicture(picture)
    },
    list: () => replacePage(routes.certificates()),
  },
}
