import type { Category, QuestionKind } from '../../miniprogram/contract/questions'
import type { Question } from '../../cloudfunctions/quiz/question'

interface Sketch {
  id: string
  category?: Category
  kind?: QuestionKind
  options?: string[]
  key?: string[]
  validFrom?: Question['validFrom']
  validTo?: Question['validTo']
  evidence?: Question['evidence']
}

/** A question of which only what a test is about is said. */
export const question = ({
  id,
  category = 'air',
  kind = 'single',
  options = ['甲', '乙', '丙', '丁'],
  key = ['a'],
  ...rest
}: Sketch): Question => ({
  _id: `${id}@1`,
  id,
  version: 1,
  category,
  kind,
  stem: `题干 ${id}`,
  options: options.map((text, i) => ({ id: 'abcdef'.charAt(i), text })),
  key,
  explanation: { why: `因为 ${id}`, trap: `易错 ${id}` },
  source: { title: '出处', clause: '第 1 条', url: '', asOf: '2026-08-15', status: 'in-force' },
  facts: ['AIR-01'],
  evidence: 'A',
  difficulty: 2,
  bloom: 'remember',
  validFrom: '2026-08-15',
  validTo: null,
  verifiedBy: '对照事实库',
  verifiedAt: '2026-11-23',
  picture: null,
  measured: null,
  bank: 'contest',
  ...{ writtenBy: '', writtenAt: null, verifier: '', changedWith: '', retired: false, home: null },
  ...{ arrives: null, batch: '', replacedIn: '' },
  ...rest,
})
