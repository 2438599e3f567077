import * as v from 'valibot'
import { people } from '../../../contract/people'
import { codeWords } from '../../../copy/people'
import { createForm } from '../../../lib/form'
import { keptDraft } from '../../../lib/kept-draft'

export type CodeKind = 'role' | 'administration'

const REFUSALS = ['code-wrong', 'code-expired', 'code-used', 'too-many-tries'] as const

const atCode = Object.fromEntries(REFUSALS.map(code => [code, 'code']))

/** A form for each kind of code, each with what was typed into it so far. */
export const codeKits = {
  role: {
    form: createForm(v.object(people.takeRole.input.entries), {
      code: { label: codeWords.code, kind: 'code', wrong: codeWords.codeHint },
    }),
    kept: keptDraft('role-code'),
    fieldOf: atCode,
  },
  administration: {
    form: createForm(v.object(people.claimAdministration.input.entries), {
      code: { label: codeWords.administration, kind: 'text' },
    }),
    kept: keptDraft('administration-code'),
    fieldOf: atCode,
  },
} as const

export const isKind = (text: string): text is CodeKind => text === 'role' || text === 'administration'
