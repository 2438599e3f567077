import type { Picture } from '../../../contract/questions'
import type { OrganisedRound } from '../../../contract/rounds'
import type { Busy } from '../../../lib/busy'
import type { FormPage } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import type { Loading } from '../../../lib/loading'

interface AskedQuestion {
  id: string
  category: string
  kind: string
  stem: string
  picture: Picture | null
  options: { letter: string; text: string; right: boolean }[]
}

export interface RoundState extends Loading, FormPage, Busy {
  /** Empty for a new round. */
  id: string
  /** As it was read; null for a new one. */
  before: OrganisedRound | null
  heading: string
  line: string
  tag: string
  tone: string
  running: boolean
  published: boolean
  mayPublish: boolean
  mayClose: boolean
  /** Whether the days on the screen are other ones than stand. */
  moved: boolean
  mixProblem: string
  categories: { name: string; label: string }[]
  paper: { short: string; key: string; questions: AskedQuestion[] } | null
  asking: '' | 'publish' | 'close'
}

export type RoundView = View<RoundState>
