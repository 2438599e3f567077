import type { AuditRecord } from '../../../miniprogram/contract/granting'
import { auditFacts, auditSeal, auditSentence, auditWhen } from '../../../miniprogram/copy/desk-audit'

const record: AuditRecord = {
  number: 12,
  at: Date.parse('2026-09-18T19:30:00+08:00'),
  actor: 'MUBZFpK6AcwAE69irNtzxq',
  actorNickname: '王老师',
  action: 'units.confirm',
  region: '140600',
  subject: 'd105e29b8ec59371178274b4',
  facts: {},
  hash: '3fa4c2d1aa00',
}

test('a record reads as a sentence, with when, where and the beginning of its hash', () => {
  expect(auditSentence(record)).toBe('王老师 确认了一个单位')
  expect(auditWhen(record)).toBe('2026-09-18 19:30 · 朔州市')
  expect(auditSeal(record)).toBe('第 12 号 · 指纹 3fa4c2d1')
})

test('who has no nickname any more is told apart by the beginning of the handle', () => {
  expect(auditSentence({ ...record, actorNickname: '' })).toBe('编号 MUBZFp 确认了一个单位')
})

test('facts are said in words, and empty ones left out', () => {
  const facts = { role: 'juror', passes: false, opens: record.at, rows: 38, region: '140000', reason: '' }
  expect(auditFacts(facts)).toEqual([
    { label: '授权', text: '评委' },
    { label: '能否显示', text: '否' },
    { label: '改成开始', text: '2026-09-18 19:30' },
    { label: '行数', text: '38' },
    { label: '地区', text: '山西省' },
  ])
})
