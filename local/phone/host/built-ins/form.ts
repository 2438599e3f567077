import { isFormButton, isFormField, isFormGroup } from '../engine/form-behaviors'
import { engineNodeOf } from '../engine/border'
import { isRecord, nodeAt } from '../engine/instance'
import { type BuiltIn, type BuiltInNode, builtInAt, builtInOf } from './built-in'

type EngineNode = NonNullable<ReturnType<typeof engineNodeOf>>

/** A form reaches what stands in its own template, and what components around it let through. */
function reaches(form: BuiltInNode, node: EngineNode, lets: (host: object) => boolean): boolean {
  const owner = node.ownerShadowRoot
  if (owner === form.node.ownerShadowRoot) return true
  const host = owner?.getHostNode()
  return host !== undefined && lets(host) && reaches(form, host, lets)
}

interface Field {
  name: string
  value: unknown
  reset(): void
}

function fieldAt(node: EngineNode): Field | undefined {
  const self = builtInOf(node)
  if (self?.field !== undefined) {
    const { field } = self
    const reset = () => {
      field.reset()
    }
    return { name: self.text('name'), value: field.value(), reset }
  }
  if (!isFormField(node)) return undefined
  const data: unknown = node.asGeneralComponent()?.data
  if (!isRecord(data)) return undefined
  return { name: typeof data.name === 'string' ? data.name : '', value: data.value, reset: () => undefined }
}

function fieldsOf(form: BuiltInNode): Field[] {
  return [...form.element.querySelectorAll('*')].flatMap(element => {
    const node = engineNodeOf(element)
    if (node === undefined || !reaches(form, node, isFormGroup)) return []
    return fieldAt(node) ?? []
  })
}

/** What a button with a form-type does to the form around it. */
export function useForm(button: BuiltInNode, formType: string): void {
  const form = builtInAt(button.element.closest('wx-form'))
  const node = nodeAt(button.element)
  if (form === undefined || node === undefined || !reaches(form, node, isFormButton)) return
  const fields = fieldsOf(form)
  if (formType === 'reset') {
    for (const field of fields) field.reset()
    form.trigger('reset')
  }
  if (formType === 'submit') {
    const named = fields.filter(({ name }) => name !== '')
    form.trigger('submit', { value: Object.fromEntries(named.map(({ name, value }) => [name, value])), formId: '' })
  }
}

export const form: BuiltIn = { ignored: ['reportSubmit', 'reportSubmitTimeout'] }
