import { type Liaison, type LiaisonChange, liaisonSchema } from '../../../contract/liaisons'
import { clockTime, monthDay } from '../../../copy/moments'
import { changeTitle, liaisonWords } from '../../../copy/units'
import { createForm, type Draft } from '../../../lib/form'
import { keptDraft } from '../../../lib/kept-draft'

export const liaisonKit = {
  form: createForm(liaisonSchema, {
    name: { label: liaisonWords.name, kind: 'text' },
    duty: { label: liaisonWords.duty, kind: 'text' },
    phone: { label: liaisonWords.phone, kind: 'text', wrong: liaisonWords.phoneWrong },
    mail: { label: liaisonWords.mail, kind: 'mail' },
  }),
  kept: keptDraft('liaison'),
  fieldOf: { 'text-refused': 'name' },
} as const

export const draftOf = (liaison: Liaison | null): Draft => {
  if (!liaison) return {}
  const { name, duty, phone, mail } = liaison
  return { name, duty, phone, mail }
}

export const changeItems = (changes: readonly LiaisonChange[]) =>
  changes.map(change => ({
    at: change.at,
    title: changeTitle(change),
    note: `${monthDay(change.at)} ${clockTime(change.at)}`,
  }))
