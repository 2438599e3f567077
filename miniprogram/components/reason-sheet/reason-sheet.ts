import * as v from 'valibot'
import { reasonSchema } from '../../contract/inputs'
import { fieldWords } from '../../copy/forms'
import { createForm } from '../../lib/form'

const LIMIT = 200

const form = createForm(v.object({ reason: reasonSchema }), { reason: { label: fieldWords.reason, kind: 'text' } })

/**
 * Asks why before something is done that others will ask about. What was typed stays while the sheet is open, also when the
 * deed failed (`problem`). Events `give` `{reason}` once it fits the contract, and `close`.
 */
Component({
  properties: {
    title: String,
    text: String,
    yes: String,
    placeholder: String,
    busy: Boolean,
    problem: String,
  },
  data: { words: fieldWords, limit: LIMIT, form: form.begin() },
  methods: {
    change({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ form: form.changed(this.data.form, 'reason', value) })
    },
    give() {
      const { state, input } = { input: undefined, ...form.submit(this.data.form) }
      this.setData({ form: state })
      if (input) this.triggerEvent('give', { reason: input.reason })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
