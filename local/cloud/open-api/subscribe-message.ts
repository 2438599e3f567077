import * as v from 'valibot'
import { refusalOf } from './content-checks'
import type { Parameters } from './messages'
import type { Outbox } from './outbox'
import type { Subscriptions } from './subscriptions'

const Value = v.object({ value: v.union([v.string(), v.number()]) })
const Message = v.object({
  touser: v.pipe(v.string(), v.minLength(1)),
  template_id: v.pipe(v.string(), v.minLength(1)),
  page: v.optional(v.string(), ''),
  data: v.record(v.string(), Value),
})

const NUMBER = /^-?\d{1,32}(\.\d{1,32})?$/
const LATIN = /^[\x21-\x7e]{1,32}$/

/** What the platform takes in a field, by the field's kind; kinds that are not here only must not be empty. */
const FIELD_RULES: Record<string, (text: string) => boolean> = {
  thing: text => count(text) <= 20,
  number: text => NUMBER.test(text),
  letter: text => /^[A-Za-z]{1,32}$/.test(text),
  symbol: text => count(text) <= 5,
  character_string: text => LATIN.test(text),
  phrase: text => /^\p{Script=Han}{1,5}$/u.test(text),
  name: text => /^(\p{Script=Han}{1,10}|[\x20-\x7e]{1,20})$/u.test(text),
}

const count = (text: string): number => Array.from(text).length

interface Sender {
  outbox: Outbox
  subscriptions: Subscriptions
  now: number
  functionName: string
}

/** `subscribeMessage.send`: takes one of the person's agreements and keeps the message. */
export function sendMessage(parameters: Parameters, sender: Sender): Record<string, unknown> {
  const parsed = v.safeParse(Message, parameters)
  if (!parsed.success) return refusalOfShape(parsed.issues[0].path?.[0].key)
  const { touser, template_id: template, page, data } = parsed.output
  const fields = Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, String(value)]))
  const wrong = Object.entries(fields).find(([name, text]) => !isFit(name, text))
  if (wrong) return refusalOf(47_003, `argument invalid! data.${wrong[0]}.value invalid`)
  if (!sender.subscriptions.use(touser, template)) return refusalOf(43_101, 'user refuse to accept the msg')
  sender.outbox.keep(sender.now, { toUser: touser, template, page, fields, functionName: sender.functionName })
  return refusalOf(0, 'ok')
}

function refusalOfShape(field: unknown): Record<string, unknown> {
  if (field === 'touser') return refusalOf(40_003, 'invalid openid')
  if (field === 'template_id') return refusalOf(40_037, 'invalid template_id')
  return refusalOf(47_003, `argument invalid! ${String(field)}`)
}

function isFit(name: string, text: string): boolean {
  const rule = FIELD_RULES[name.replace(/\d+$/, '')]
  return text !== '' && (rule?.(text) ?? true)
}
