import { contract } from '../../../miniprogram/contract'
import { COUNTRY, type RegionCode } from '../../../miniprogram/contract/regions'
import type { InputOf, Procedure } from '../../../miniprogram/contract/rpc'
import { bankCases } from './bank-cases'
import { CITY, UNIT } from './callers'

interface Case<P extends Procedure> {
  input: InputOf<P>
  /** Whose region the call reaches for; null where it reaches for none. */
  target: RegionCode | null
}

type Cases = {
  readonly [Domain in keyof typeof contract]: {
    readonly [Verb in keyof (typeof contract)[Domain]]: (typeof contract)[Domain][Verb] extends Procedure
      ? Case<(typeof contract)[Domain][Verb]>
      : never
  }
}

const nobody = 'nobody-has-this-handle'
const reason = '为了测试'
const code = 'ABCDEFGH'
const none = { after: null }
const window = { opensAt: Date.parse('2026-05-01T00:00:00+08:00'), closesAt: Date.parse('2026-10-31T00:00:00+08:00') }

const change = {
  ...{ name: '科研设施开放日', summary: '', theme: '', audience: '公众', contact: 'hbkp365@163.com' },
  ...{ steps: ['看看哪里开放'], requirements: [], attachments: [], ...window },
}

/** One call of every procedure, aimed at a city and a unit there. A procedure without a case does not compile. */
const CASES: Cases = {
  bank: {
    ...bankCases,
    reportQuestion: { input: { which: { ticket: 'made-up', number: 1 }, kind: 'typo', text: '' }, target: null },
    listOwnReports: { input: {}, target: null },
    listReports: { input: { show: 'waiting', ...none }, target: COUNTRY },
    getReportedQuestion: { input: { question: 'air-01@1' }, target: COUNTRY },
    rule: {
      input: {
        ...{ question: 'air-01@1', after: 0, verdict: 'stands', scoring: 'keep', newKey: null, correction: null },
        note: '核对过，答案没有错',
      },
      target: COUNTRY,
    },
  },
  editions: {
    home: { input: {}, target: null },
    showSchedule: { input: { year: null }, target: null },
    exportCalendar: { input: { year: 2026, item: null }, target: null },
    showEdition: { input: { year: 2026 }, target: COUNTRY },
    editActivity: { input: { year: 2026, kind: 'open-days', version: 0, change, reason }, target: COUNTRY },
    openYear: { input: { from: 2026 }, target: null },
    publishYear: { input: { year: 2027 }, target: null },
  },
  quiz: {
    startAttempt: { input: { first: false }, target: null },
    submitAttempt: { input: { ticket: 'made-up', answers: [] }, target: null },
    showResult: { input: { ticket: 'made-up' }, target: null },
    listAttempts: { input: {}, target: null },
    listCertificates: { input: {}, target: null },
    issueCertificate: { input: { round: 'no-such-round', name: '林晓' }, target: null },
    verifyCertificate: { input: { code: 'ABCDEFGHJKLM' }, target: null },
    posterCode: { input: { round: null }, target: null },
  },
  practice: {
    getPack: { input: { known: [] }, target: null },
    syncCards: { input: { known: 0, cards: [], stars: [] }, target: null },
  },
  standings: {
    showRanking: { input: { round: '2026-main' }, target: null },
    setVisibility: { input: { shown: false }, target: null },
    listItemStatistics: { input: { flag: null, ...none }, target: COUNTRY },
    listSuspicions: { input: { region: CITY, decided: false, ...none }, target: CITY },
    showSuspicion: { input: { id: 'suspicion-of-the-matrix' }, target: CITY },
    decideSuspicion: {
      input: { id: 'suspicion-of-the-matrix', after: 0, verdict: 'counts', note: '' },
      target: CITY,
    },
    showBoard: { input: { round: '2026-main', region: CITY }, target: CITY },
  },
  people: {
    me: { input: {}, target: null },
    saveProfile: { input: { nickname: '翠鸟', avatar: '', region: CITY }, target: null },
    showMyData: { input: {}, target: null },
    claimAdministration: { input: { code: 'guessed' }, target: null },
    inviteToRole: { input: { role: 'juror', region: CITY }, target: CITY },
    takeRole: { input: { code }, target: null },
    revokeRole: { input: { handle: nobody, role: 'juror', region: CITY, reason }, target: CITY },
    listRoles: { input: { region: CITY, ...none }, target: CITY },
    listAudit: { input: { region: CITY, ...none }, target: CITY },
    listTextReviews: { input: { region: CITY, ...none }, target: CITY },
    decideText: { input: { id: 'review-of-the-matrix', passes: true }, target: CITY },
    giveConsent: { input: { version: '2026-11', ageBand: '18-59', guardianAgrees: false }, target: null },
    deleteMe: { input: {}, target: null },
  },
  units: {
    mine: { input: {}, target: null },
    apply: {
      input: { name: '朔州市湿地公园', kind: 'protected-area', region: CITY, parent: null, proof: ['cloud://a/b/c'] },
      target: null,
    },
    withdraw: { input: { unit: UNIT }, target: null },
    listAbove: { input: { region: CITY, name: '朔州' }, target: null },
    join: { input: { code }, target: null },
    leave: { input: {}, target: null },
    invite: { input: {}, target: null },
    listMembers: { input: none, target: null },
    handOver: { input: { handle: nobody }, target: null },
    nameLiaison: {
      input: { name: '李联络', duty: '科普干事', phone: '13800001234', mail: 'li@example.org', version: 0 },
      target: null,
    },
    listLiaisonChanges: { input: {}, target: null },
    countWaiting: { input: { region: CITY }, target: CITY },
    list: { input: { region: CITY, state: 'confirmed', name: '', ...none }, target: CITY },
    show: { input: { unit: UNIT }, target: CITY },
    confirm: { input: { unit: UNIT }, target: CITY },
    close: { input: { unit: 'unit-to-be-closed', reason }, target: CITY },
    listLiaisons: { input: { region: CITY, show: 'missing', ...none }, target: CITY },
    openLiaison: { input: { unit: UNIT, reason }, target: CITY },
    exportLiaisons: { input: { region: CITY, reason }, target: CITY },
    remindLiaisons: { input: { region: CITY }, target: CITY },
  },
  notices: {
    list: { input: { region: CITY, ...none }, target: null },
    publish: { input: { region: CITY, title: '开放日', text: '本周六，欢迎来看看。' }, target: CITY },
    forward: { input: { notice: 'notice-of-the-matrix', region: CITY, addition: '' }, target: CITY },
    withdraw: { input: { notice: 'notice-of-the-city', reason }, target: CITY },
    listTemplates: { input: {}, target: null },
    remindMe: { input: { activity: 'open-days', kind: 'activity-closes' }, target: null },
    listReminders: { input: {}, target: null },
    forgetReminder: { input: { activity: 'open-days', kind: 'activity-closes' }, target: null },
    remindMyUnit: { input: {}, target: null },
    tellMyScore: { input: {}, target: null },
  },
}

export interface MatrixRow {
  procedure: Procedure
  input: unknown
  target: RegionCode | null
}

/** Every procedure of the contract with its case; last those after which nothing is as before. */
export function matrixRows(): MatrixRow[] {
  const domains: Record<string, Record<string, Procedure>> = contract
  const cases: Record<string, Record<string, { input: unknown; target: RegionCode | null }>> = CASES
  const rows = Object.entries(domains).flatMap(([domain, procedures]) =>
    Object.entries(procedures).flatMap(([verb, procedure]) => {
      const found = cases[domain]?.[verb]
      return found ? [{ procedure, ...found }] : []
    }),
  )
  const LAST = ['units.close', 'units.leave', 'people.giveConsent', 'people.deleteMe']
  return rows.sort((one, other) => LAST.indexOf(one.procedure.name) - LAST.indexOf(other.procedure.name))
}
