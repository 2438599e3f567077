import * as fc from 'fast-check'
import type { WrittenQuestion } from '../../../../cloudfunctions/quiz/api'
import { CATEGORIES } from '../../../../miniprogram/contract/questions'
import type { Day } from '../../../../miniprogram/contract/time'

/** A question that says everything it can. */
export const question = (changes: Partial<WrittenQuestion> = {}): WrittenQuestion => ({
  ...{ id: 'air-01', version: 1, category: 'air', kind: 'single', picture: null },
  stem: '臭氧在哪里保护我们？',
  options: [
    { id: 'a', text: '平流层' },
    { id: 'b', text: '近地面' },
    { id: 'c', text: '室内' },
  ],
  key: ['a'],
  explanation: { why: '平流层的臭氧挡住紫外线。', trap: '近地面的臭氧是污染物。' },
  source: {
    title: 'HJ 633—2026',
    clause: '表 3',
    url: 'https://www.mee.gov.cn/',
    asOf: '2026-03-01',
    status: 'in-force',
  },
  facts: ['AIR-1', 'AIR-2'],
  ...{ evidence: 'A', difficulty: 2, bloom: 'understand', validFrom: '2026-03-01', validTo: null },
  ...{ verifiedBy: '李华', verifiedAt: '2026-11-23' },
  ...changes,
})

/** What breaks formats: their own signs, entities, ends of things, wide letters. */
const TROUBLE = [
  ...[
    '~',
    '=',
    '#',
    '{',
    '}',
    ':',
    '\\',
    '<',
    '>',
    '&',
    '"',
    "'",
    '\n',
    '\\n',
    '::',
    '####',
    '//',
    '->',
    '%50%',
    '$CATEGORY:',
  ],
  ...[
    '&amp;',
    '&#65;',
    ']]>',
    '<![CDATA[',
    '<br>',
    '<!--',
    '-->',
    '{T}',
    '=HYPERLINK(1)',
    '[html]',
    '\n\n易错：',
    '😀',
    '臭氧',
    ' ',
    '  ',
  ],
]

const text = (least = 1) =>
  fc
    .array(fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: 'grapheme', maxLength: 6 })), {
      minLength: least,
      maxLength: 8,
    })
    .map(parts =>
      parts
        .join('')
        .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/g, '')
        .trim(),
    )
    .filter(found => found.length >= least && !/[\p{Surrogate}\ufffe\uffff]/u.test(found))

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
  .filter((found): found is Day => /^\d{4}-\d\d-\d\d$/.test(found))

const word = fc.stringMatching(/^[A-Za-z0-9-]{1,10}$/)

const choices = fc
  .record({
    texts: fc.uniqueArray(text(), { minLength: 2, maxLength: 6 }),
    ids: fc.uniqueArray(word, { minLength: 6, maxLength: 6 }),
    own: fc.boolean(),
    right: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    kind: fc.constantFrom('single', 'multiple', 'true-false'),
    plain: fc.boolean(),
  })
  .map(({ texts, ids, own, right, kind, plain }) => {
    const words = kind === 'true-false' ? (plain ? ['正确', '错误'] : texts.slice(0, 2)) : texts
    const options = words.map((content, at) => ({
      id: (own ? ids[at] : undefined) ?? 'abcdef'.charAt(at),
      text: content,
    }))
    const chosen = options.filter((_option, at) => right[at])
    const some = chosen.length > 0 ? chosen : options.slice(0, 1)
    const key = (kind === 'multiple' ? some : some.slice(0, 1)).map(({ id }) => id)
    return { kind, options, key }
  })

/** Any question that the bank may hold. */
export const anyQuestion: fc.Arbitrary<WrittenQuestion> = fc
  .record({
    id: fc.integer({ min: 10, max: 9999 }).map(number => `air-${number}`),
    version: fc.integer({ min: 1, max: 99 }),
    category: fc.constantFrom(...CATEGORIES),
    stem: text(),
    choices,
    picture: fc.option(
      fc.record({ file: text(), alt: text(), credit: fc.option(fc.record({ author: text(), licence: text() })) }),
    ),
    explanation: fc.record({ why: text(), trap: text() }),
    source: fc.record({
      title: text(),
      clause: text(0),
      url: text(0),
      asOf: text(),
      status: fc.constantFrom('in-force', 'history', 'local'),
    }),
    facts: fc.array(word, { minLength: 1, maxLength: 3 }),
    evidence: fc.constantFrom('A', 'B'),
    difficulty: fc.integer({ min: 1, max: 5 }),
    bloom: fc.constantFrom('remember', 'understand', 'apply'),
    validFrom: day,
    validTo: fc.option(day),
    verifiedBy: text(0),
    verifiedAt: fc.option(day),
  })
  .map(({ choices: chosen, ...rest }) => ({ ...rest, ...chosen }))
