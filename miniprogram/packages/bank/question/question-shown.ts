import type { BankQuestion } from '../../../contract/bank-questions'
import type { IconName } from '../../../components/icon/icon-names'
import { difficultyText, questionTag, questionWords, validText, verifiedText, versionText } from '../../../copy/bank'
import { CATEGORY_NAMES, KIND_NAMES, letter, sourceLine } from '../../../copy/quiz'
import { statisticsShown } from './statistics-shown'

export type DeedName = 'verify' | 'retire' | 'restore' | 'move'

export interface Deed {
  value: DeedName
  icon: IconName
  accent: 'green' | 'sun' | 'water' | 'earth'
  title: string
  note: string
  /** Says why it cannot be done, and does nothing. */
  still: boolean
}

const deed = (value: DeedName, icon: IconName, accent: Deed['accent'], note: string, still = false): Deed => ({
  ...{ value, icon, accent, title: questionWords[value], note, still },
})

/** What may be done with the question now. */
function deedsOf({ verifiedAt, mayVerify, incomplete, retired, bank }: BankQuestion): Deed[] {
  const verify = deed(
    'verify',
    'shield-check',
    'green',
    mayVerify ? questionWords.verifyNote : questionWords.verifyOwn,
    !mayVerify,
  )
  return [
    ...(verifiedAt === null && !incomplete ? [verify] : []),
    ...(bank === 'contest' ? [deed('move', 'book-open-check', 'water', questionWords.moveNote)] : []),
    ...(retired
      ? [deed('restore', 'rotate-cw', 'sun', questionWords.restoreNote, incomplete)]
      : [deed('retire', 'x', 'earth', questionWords.retireNote)]),
  ]
}

/** The question in the words of its page. */
export function shownOf(found: BankQuestion) {
  const { id, version, question, incomplete } = found
  const { source, explanation, facts } = question
  return {
    ...{ id, version, incomplete, ...questionTag(found), versionNote: CATEGORY_NAMES[question.category] },
    preview: {
      ...{ category: CATEGORY_NAMES[question.category], kind: KIND_NAMES[question.kind] },
      ...{ stem: question.stem, picture: question.picture },
      options: question.options.map(({ text }, at) => ({ letter: letter(at), text, right: question.key.includes(at) })),
    },
    ...{ why: explanation.why, trap: explanation.trap, deeds: deedsOf(found) },
    facts: [
      { label: questionWords.source, value: sourceLine(source) },
      ...(source.url === '' ? [] : [{ label: questionWords.url, value: source.url }]),
      { label: questionWords.base, value: facts.join(' ') },
      { label: questionWords.evidence, value: question.evidence },
      { label: questionWords.difficulty, value: difficultyText(question.difficulty) },
      { label: questionWords.valid, value: validText(question.validFrom, question.validTo) },
      { label: questionWords.verified, value: verifiedText(found) },
    ],
    statistics: statisticsShown(found),
    history: found.history.map(one => ({ title: versionText(one), note: one.stem })),
  }
}

export type Shown = ReturnType<typeof shownOf>
