import * as v from 'valibot'
import { askWeChat } from './cloud'

/** Templates of subscription messages, by what they are for; which ones a deployment has, its environment says. */
const VARIABLES = {
  activity: 'YUNKEPU_TEMPLATE_ACTIVITY',
  liaison: 'YUNKEPU_TEMPLATE_LIAISON',
  score: 'YUNKEPU_TEMPLATE_SCORE',
} as const

export type MessageTemplate = keyof typeof VARIABLES

/** Empty where the deployment has none. */
export const templateIdOf = (template: MessageTemplate): string => process.env[VARIABLES[template]] ?? ''

interface Message {
  person: string
  template: MessageTemplate
  page: string
  /** By field of the template, such as `thing1`, already as short as the field allows. */
  data: Readonly<Record<string, string>>
}

const REFUSED_BY_PERSON = 43_101

const withCode = v.object({ errCode: v.number() })

/** Sends one message for one agreement; without one, or without a template, nothing is sent. */
export async function sendMessage({ person, template, page, data }: Message): Promise<'sent' | 'no-agreement'> {
  const templateId = templateIdOf(template)
  if (templateId === '') return 'no-agreement'
  const fields = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }]))
  try {
    await askWeChat('subscribeMessage', 'send', { touser: person, templateId, page, data: fields })
    return 'sent'
  } catch (error) {
    if (v.is(withCode, error) && error.errCode === REFUSED_BY_PERSON) return 'no-agreement'
    throw error
  }
}
