import { people } from '../../../contract/people'
import { codeWords, grantText } from '../../../copy/people'
import type { PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { goBackOr, replacePage } from '../../../services/navigation'
import { deskRegions, heardMe } from '../../../stores/me'
import { type CodeKind, codeKits, isKind } from './enter-code-form'

interface EnterCodeState extends FormPage {
  kind: CodeKind
  /** What the person may do now; empty until a code was taken. */
  grants: string[]
  hasDesk: boolean
}

export const enterCodeModel: PageModel<EnterCodeState> = {
  state: { ...begun(codeKits.role, {}), kind: 'role', grants: [], hasDesk: false },
  words: codeWords,

  opened(view, { code = '' }) {
    view.show(begun(codeKits.role, code === '' ? undefined : { code }))
  },

  on: {
    chooseKind(view, event) {
      const kind = textOf(event, 'value')
      if (isKind(kind) && !view.state.sending) view.show({ ...begun(codeKits[kind]), kind })
    },
    change: (view, event) => fieldHandlers(codeKits[view.state.kind])['change']?.(view, event),
    leave: (view, event) => fieldHandlers(codeKits[view.state.kind])['leave']?.(view, event),
    async submit(view) {
      const { kind } = view.state
      const procedure = kind === 'role' ? people.takeRole : people.claimAdministration
      await sendForm(view, codeKits[kind], async ({ code }: { code: string }, key) => {
        const answer = heardMe(await call(procedure, { code }, key))
        view.show({ grants: answer.grants.map(grantText), hasDesk: deskRegions(answer).length > 0 })
      })
    },
    openDesk: () => replacePage(routes.desk()),
    goBack: () => goBackOr(routes.me()),
  },
}
