import * as v from 'valibot'
import type { ErrorCode } from '../contract/errors'
import { errorWords } from '../copy/errors'
import { toasts } from '../copy/toasts'
import { asCallError } from '../services/call-error'
import type { PageEvent, PageModel } from './define-page'
import type { Form, FormState } from './form'
import type { KeptDraft } from './kept-draft'
import type { View } from './live-view'
import { tell } from './tell'
import { textOf } from './text-of'

/** The part of a page's state that shows a form. */
export interface FormPage {
  form: FormState
  sending: boolean
  /** Why it did not arrive or was not taken, where that concerns no single field; else empty. */
  refused: string
}

export interface FormKit<Output> {
  form: Form<Output>
  kept: KeptDraft
  /** Which field a refusal is about. */
  fieldOf?: Partial<Record<ErrorCode, string>>
}

const FIELD_OFFSET = -12

export const begun = <Output>({ form, kept }: FormKit<Output>, values = kept.values() ?? {}): FormPage => ({
  form: form.begin(values),
  sending: false,
  refused: '',
})

const valueIn = ({ detail }: PageEvent): unknown =>
  v.is(v.object({ value: v.unknown() }), detail) ? detail.value : undefined

export function changeField<Output>(
  view: View<FormPage>,
  { form, kept }: FormKit<Output>,
  name: string,
  value: unknown,
): void {
  const state = form.changed(view.state.form, name, value)
  kept.keep(state.draft)
  view.show({ form: state, refused: '' })
}

/** What the fields of a form tell: every change is on the phone at once. */
export const fieldHandlers = <Output>(kit: FormKit<Output>): PageModel<FormPage>['on'] => ({
  change(view, event) {
    changeField(view, kit, textOf(event, 'name'), valueIn(event))
  },
  leave(view, event) {
    view.show({ form: kit.form.left(view.state.form, textOf(event, 'name')) })
  },
})

async function scrollTo(field: string): Promise<void> {
  if (field !== '') await wx.pageScrollTo({ selector: `#${field}`, offsetTop: FIELD_OFFSET })
}

/** Says a refusal where it belongs. Consent is asked for by whoever called. */
async function sayRefusal<Output>(view: View<FormPage>, { fieldOf = {} }: FormKit<Output>, problem: unknown) {
  const { code } = asCallError(problem)
  if (code === 'consent-missing') throw problem
  const field = fieldOf[code]
  const words = errorWords(problem)
  if (field === undefined) {
    view.show({ refused: words })
    return
  }
  const { form } = view.state
  view.show({ form: { ...form, errors: { ...form.errors, [field]: words } } })
  await scrollTo(field)
}

/** Sends a form once, however often the button is tapped; its draft goes when it has arrived. */
export async function sendForm<Output>(
  view: View<FormPage>,
  kit: FormKit<Output>,
  act: (input: Output, key: string) => Promise<void>,
): Promise<void> {
  if (view.state.sending) return
  const submission = kit.form.submit(view.state.form)
  view.show({ form: submission.state, refused: '' })
  if ('firstWrong' in submission) {
    await tell(toasts.lookAgain)
    return scrollTo(submission.firstWrong)
  }
  view.show({ sending: true })
  try {
    await act(submission.input, kit.kept.key())
    kit.kept.drop()
  } catch (problem) {
    await sayRefusal(view, kit, problem)
  } finally {
    view.show({ sending: false })
  }
}
