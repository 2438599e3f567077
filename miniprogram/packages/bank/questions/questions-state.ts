import type { LiveBank, QuestionState } from '../../../contract/bank-questions'
import type { Category } from '../../../contract/questions'
import type { Busy } from '../../../lib/busy'
import type { Listing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'

/** A question in the list. */
export interface BankRow {
  id: string
  icon: string
  title: string
  note: string
  badge: string
  tone: string
}

interface Option {
  value: string
  text: string
}

export interface QuestionsState extends Listing<BankRow>, Busy {
  bank: LiveBank | 'retired'
  state: QuestionState
  /** Empty for all. */
  category: Category | ''
  search: string
  empty: string
  banks: Option[]
  states: Option[]
  categories: Option[]
  formats: { value: string; title: string; note: string }[]
  /** Whether the sheet of files is open. */
  choosing: boolean
  /** What was made and lies on this phone. */
  file: { path: string; name: string; isSheet: boolean } | null
}

export type QuestionsView = View<QuestionsState>
