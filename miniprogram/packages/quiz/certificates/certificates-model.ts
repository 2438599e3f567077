import { quiz } from '../../../contract/quiz'
import { certificateRow, certificatesWords } from '../../../copy/certificates'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage, openTab } from '../../../services/navigation'

interface CertificatesState extends Loading {
  rows: (ReturnType<typeof certificateRow> & { round: string })[]
}

async function load(view: View<CertificatesState>): Promise<void> {
  try {
    const earned = await call(quiz.listCertificates, {})
    view.show({ ...READY, rows: earned.map(each => ({ round: each.round, ...certificateRow(each) })) })
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

export const certificatesModel: PageModel<CertificatesState> = {
  state: { ...LOADING, rows: [] },
  words: certificatesWords,

  shown: load,

  on: {
    retry: retrying(load),
    open: (_view, event) => openPage(routes.certificate({ round: textOf(event, 'value') })),
    verify: () => openPage(routes.verifyCertificate()),
    play: () => openTab(routes.quiz()),
  },
}
