import { COUNTRY } from '../../../miniprogram/contract/regions'

const reason = '为了测试'
const at = { id: 'air-01', version: 1 }
const round = { id: 'round-of-the-matrix', version: 1 }
const mix = [{ category: 'air' as const, count: 2 }]
const importing = {
  file: 'cloud://local-env.bucket/nobody/import/made-up.txt',
  category: null,
  bank: 'practice' as const,
}

const question = {
  ...{ category: 'air' as const, kind: 'single' as const, stem: '臭氧在哪里保护我们？', picture: null },
  options: [
    { id: '', text: '平流层' },
    { id: '', text: '近地面' },
  ],
  key: [0],
  explanation: { why: '平流层的臭氧挡住紫外线。', trap: '近地面的臭氧是污染物。' },
  source: { title: 'HJ 633—2026', clause: '', url: '', asOf: '2026-03-01', status: 'in-force' as const },
  facts: ['AIR-1'],
  ...{ evidence: 'A' as const, difficulty: 2, bloom: 'understand' as const },
  ...{ validFrom: '2026-01-01' as const, validTo: null },
}

const window = { opensAt: Date.parse('2026-06-01T00:00:00+08:00'), closesAt: Date.parse('2026-06-02T00:00:00+08:00') }

/** One call of every procedure of the bank; all of them reach for the country. */
export const bankCases = {
  listQuestions: {
    input: { bank: 'contest' as const, category: null, state: 'all' as const, search: '', after: null },
    target: COUNTRY,
  },
  getQuestion: { input: { id: 'air-01' }, target: COUNTRY },
  saveQuestion: { input: { at, bank: 'contest' as const, question }, target: COUNTRY },
  retireQuestion: { input: { ...at, reason }, target: COUNTRY },
  restoreQuestion: { input: at, target: COUNTRY },
  moveQuestion: { input: { ...at, to: 'practice' as const }, target: COUNTRY },
  verifyQuestion: { input: at, target: COUNTRY },
  makeTemplate: { input: {}, target: COUNTRY },
  exportQuestions: { input: { format: 'gift' as const, bank: 'contest' as const, category: null }, target: COUNTRY },
  previewImport: { input: importing, target: COUNTRY },
  importQuestions: { input: importing, target: COUNTRY },
  listRounds: { input: {}, target: COUNTRY },
  getRound: { input: { id: round.id }, target: COUNTRY },
  saveRound: {
    input: {
      at: null,
      round: { title: '', ...window, minutes: 5, attemptsPerDay: 3, mix, certificates: [], minPlayers: 5 },
      reason: '',
    },
    target: COUNTRY,
  },
  publishRound: { input: round, target: COUNTRY },
  closeRound: { input: { ...round, reason }, target: COUNTRY },
  previewPaper: { input: { mix, opensAt: window.opensAt, seed: 'a' }, target: COUNTRY },
}
