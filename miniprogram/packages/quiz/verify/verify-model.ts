import * as v from 'valibot'
import { CERTIFICATE_CODE_LENGTH } from '../../../contract/certificates'
import { quiz } from '../../../contract/quiz'
import { verifiedFacts, verifyWords } from '../../../copy/certificates'
import type { PageModel } from '../../../lib/define-page'
import { createForm } from '../../../lib/form'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'
import type { View } from '../../../lib/live-view'
import type { CertificateFacts } from '../../../lib/poster-certificate'
import { call } from '../../../services/cloud'
import { scanCode } from '../../../services/scan'
import { certificateIn } from './scanned-certificate'

interface VerifyState extends FormPage {
  length: number
  /** Null until a code was right. */
  facts: CertificateFacts | null
}

const kit = {
  form: createForm(v.object(quiz.verifyCertificate.input.entries), {
    code: { label: verifyWords.code, kind: 'code', wrong: verifyWords.codeWrong },
  }),
  kept: keptDraft('certificate-code'),
  fieldOf: { 'certificate-unknown': 'code', 'too-many-tries': 'code' },
} as const

async function verify(view: View<VerifyState>): Promise<void> {
  await sendForm(view, kit, async (input, key) => {
    view.show({ facts: verifiedFacts(await call(quiz.verifyCertificate, input, key), input.code) })
  })
}

async function scan(view: View<VerifyState>): Promise<void> {
  const scanned = await scanCode()
  if (scanned === 'left') return
  const code = scanned === 'failed' ? '' : certificateIn(scanned)
  if (code === '') {
    view.show({ refused: scanned === 'failed' ? verifyWords.cannotScan : verifyWords.scannedOther })
    return
  }
  view.show(begun(kit, { code }))
  await verify(view)
}

export const verifyModel: PageModel<VerifyState> = {
  state: { ...begun(kit, {}), length: CERTIFICATE_CODE_LENGTH, facts: null },
  words: verifyWords,

  /** Opened by the mini-program code on a certificate: its scene is the code, and verifies at once. */
  async opened(view, { scene = '' }) {
    const code = decodeURIComponent(scene)
    view.show(begun(kit, code === '' ? undefined : { code }))
    if (code !== '') await verify(view)
  },

  on: {
    ...fieldHandlers(kit),
    submit: verify,
    scan,
    again(view) {
      view.show({ ...begun(kit, {}), facts: null })
    },
  },
}
