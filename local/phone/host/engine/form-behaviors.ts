import { isInstance } from './instance'

const fields = new WeakSet()
const groups = new WeakSet()
const buttons = new WeakSet()

function memberOf(set: WeakSet<object>): object {
  return {
    lifetimes: {
      attached(this: unknown) {
        if (isInstance(this)) set.add(this._$)
      },
    },
  }
}

/** The platform's behaviors that let a component take part in the form around it. */
export const FORM_BEHAVIORS: Record<string, object> = {
  'wx://form-field': { properties: { name: String, value: null }, ...memberOf(fields) },
  'wx://form-field-group': memberOf(groups),
  'wx://form-field-button': memberOf(buttons),
}

export const isFormField = (node: object) => fields.has(node)
export const isFormGroup = (node: object) => groups.has(node)
export const isFormButton = (node: object) => buttons.has(node)
