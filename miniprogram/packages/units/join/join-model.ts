import * as v from 'valibot'
import { units } from '../../../contract/units'
import { joinWords } from '../../../copy/units'
import type { PageModel } from '../../../lib/define-page'
import { createForm } from '../../../lib/form'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { call } from '../../../services/cloud'
import { replacePage, returnTo } from '../../../services/navigation'
import { refreshMe } from '../../../stores/me'

const kit = {
  form: createForm(v.object(units.join.input.entries), { code: { label: joinWords.code, kind: 'code' } }),
  kept: keptDraft('unit-code'),
  fieldOf: { 'code-wrong': 'code', 'code-expired': 'code', 'too-many-tries': 'code', 'unit-closed': 'code' },
} as const

export const joinModel: PageModel<FormPage> = {
  state: begun(kit, {}),
  words: joinWords,

  opened(view, { code = '' }) {
    view.show(begun(kit, code === '' ? undefined : { code }))
  },

  on: {
    ...fieldHandlers(kit),
    async submit(view) {
      await sendForm(view, kit, async (input, key) => {
        const { name } = await call(units.join, input, key)
        await refreshMe().catch(() => null) // the unit page asks for itself
        await returnTo(routes.unit())
        await tell(`${joinWords.joined}${name}`)
      })
    },
    apply: () => replacePage(routes.applyUnit()),
  },
}
