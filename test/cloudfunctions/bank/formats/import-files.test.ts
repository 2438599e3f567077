import { strToU8, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { readQuestions, writeQuestions } from '../../../../cloudfunctions/bank/formats/question-files'
import { writeTemplate } from '../../../../cloudfunctions/bank/formats/xlsx-writer'
import { unpack } from '../../../../cloudfunctions/bank/formats/zip'
import { question } from './written-questions'

const defaults = { category: 'air', today: '2026-11-23' } as const
const bytesOf = (text: string) => Buffer.from(text, 'utf8')
const read = (content: string | Uint8Array) =>
  readQuestions(typeof content === 'string' ? bytesOf(content) : content, defaults)

/** What was read, in the few words that matter here: `stem | option* …`, right ones starred. */
async function shortly(content: string | Uint8Array): Promise<string[]> {
  const { drafts, problems } = await read(content)
  const said = drafts.map(({ draft: { kind, stem, options, key } }) =>
    [kind, stem, ...options.map(({ id, text }) => (key.includes(id) ? `${text}*` : text))].join(' | '),
  )
  return [...said, ...problems.map(({ is, at, what }) => `${is} ${at} ${what}`.trim())]
}

describe('GIFT as people write it', () => {
  test.each([
    [
      'a title, a format and answers on one line',
      '::Q1:: [html]<p>Which <b>gas</b>?</p> {=CO<sub>2</sub> ~O2 #no}',
      'single | Which gas? | CO2* | O2',
    ],
    [
      'unescaped colons',
      'What is it: A or B? {=A: this ~B: that}',
      'single | What is it: A or B? | A: this* | B: that',
    ],
    ['weights in percent', 'Pick two {~%50%a ~%50%b ~%-100%c}', 'multiple | Pick two | a* | b* | c'],
    ['partial credit beside the right one', 'Pick {=a ~%50%b ~c}', 'single | Pick | a* | b | c'],
    [
      'truths in all their spellings',
      'A {T}\n\nB {FALSE#no#yes}\n\nC{ true }',
      'true-false | A | 正确* | 错误 / true-false | B | 正确 | 错误* / true-false | C | 正确* | 错误',
    ],
    ['answers on lines, empty ones among them', 'Q {\n=a\n\n~b\n}', 'single | Q | a* | b'],
    ['comments anywhere', '// first\nQ {\n// here: {~=}\n=a ~b\n}\n// last', 'single | Q | a* | b'],
    ['a gap in the sentence', 'The {=ozone ~oxygen} layer.', 'single | The ____ layer. | ozone* | oxygen'],
    [
      'a byte order mark and Windows line ends',
      '\ufeff::Q::Is it?\r\nYes, it {\r\n=is\r\n~is not\r\n}\r\n',
      'single | Is it? Yes, it | is* | is not',
    ],
    ['escaped signs', 'a\\=b\\~c\\#d\\{e\\}f\\:g\\\\h {=x\\=1 ~y}', 'single | a=b~c#d{e}f:g\\h | x=1* | y'],
  ])('%s', async (_name, text, expected) => {
    expect((await shortly(text)).join(' / ')).toBe(expected)
  })

  test('takes the category from the nearest line above, by key or by Chinese name', async () => {
    const { drafts } = await read(
      '$CATEGORY: $course$/top/水环境\n\nA{T}\n\n$CATEGORY: noise\nB{T}\n\n$CATEGORY: 杂项\n\nC{T}',
    )
    expect(drafts.map(({ draft }) => draft.category)).toEqual(['water', 'noise', 'air'])
  })

  test('takes what is said about answers as the explanation', async () => {
    const { drafts } = await read('Q {=a#yes ~b#not b ~c#not c ####because\\nit is}')
    expect(drafts[0]?.draft.explanation).toEqual({ why: 'because\nit is', trap: 'not b\nnot c' })
  })

  test('names every question it cannot take, with its line, and takes none', async () => {
    const text = [
      'Essay {}',
      'Match {=a -> b =c -> d}',
      'Number {#3:1}',
      'Short {=x =y}',
      'Just a text',
      'Fine {=a ~b}',
      '::open:: Q {=a',
      '::next:: R {=a ~b}',
    ]
    expect(await shortly(text.join('\n\n'))).toEqual([
      ...['single | Fine | a* | b', 'single | R | a* | b'],
      ...['kind-unsupported 1 essay', 'kind-unsupported 3 matching', 'kind-unsupported 5 numerical'],
      ...['kind-unsupported 7 short answer', 'kind-unsupported 9 description', 'brace-open 13 ::open:: Q {=a'],
    ])
  })

  test.each([
    ['no right answer', 'Q {~a ~b}', 'key-missing 1'],
    ['one answer', 'Q {~%100%a}', 'options-few 1 1'],
    ['the same answer twice', 'Q {=a ~b ~b}', 'option-twice 1 b'],
    ['a picture', 'Q <img src="x.png"> {=a ~b}', 'picture-inside 1 Q <img src="x.png"> {=a ~b}'],
    ['nothing', '// only a comment', 'nothing-inside 0'],
  ])('says what is wrong: %s', async (_name, text, expected) => {
    expect(await shortly(text)).toEqual([expected])
  })
})

describe('encodings', () => {
  const text = '臭氧在哪里？{=平流层 ~近地面}'
  const understood = ['single | 臭氧在哪里？ | 平流层* | 近地面']
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
  // GBK for the text above, character by character.
  const GBK = Buffer.from('b3f4d1f5d4dac4c4c0efa3bf7b3dc6bdc1f7b2e3207ebdfcb5d8c3e67d', 'hex')

  test.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['GBK', GBK],
  ])('%s is read', async (_name, bytes) => {
    expect(await shortly(bytes)).toEqual(understood)
  })

  test.each([
    ['UTF-8 cut in the middle of a letter', Buffer.concat([bytesOf(`${text}\n`), Buffer.from([0xe8, 0x87])])],
    ['Latin letters with accents', Buffer.from('Caf\xe9 cr\xe8me \xfcber {=a ~b}', 'latin1')],
    ['Big5', Buffer.from('afe4aef5a6bdaeebb2c4a440b3f53f7b3da4407ea4477d', 'hex')],
  ])('%s is not guessed at', async (_name, bytes) => {
    const said = await shortly(bytes)
    expect(said).toEqual(['encoding-unknown 0'])
  })
})

describe('Moodle XML as Moodle writes it', () => {
  const quiz = (...questions: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`
  const single = `<question type="multichoice"><name><text>n</text></name>
    <questiontext format="html"><text><![CDATA[<p>哪一项&nbsp;<em>对</em>？</p><p>2 &lt; 3</p>]]></text></questiontext>
    <generalfeedback format="html"><text>&lt;p&gt;因为&lt;/p&gt;</text></generalfeedback><hidden>0</hidden>
    <answer fraction="100" format="html"><text><![CDATA[<p>甲</p>]]></text><feedback><text></text></feedback></answer>
    <answer fraction="0"><text>乙 &amp; 丙</text><feedback format="html"><text>不对</text></feedback></answer></question>`
  const multiple = `<question type="multichoice"><questiontext><text>选两项</text></questiontext><single>false</single>
    <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer><answer fraction="-100"><text>c</text></answer></question>`

  test('reads CDATA, paragraphs, entities and several answers', async () => {
    expect(await shortly(quiz(single, multiple))).toEqual([
      'single | 哪一项 对？\n2 < 3 | 甲* | 乙 & 丙',
      'multiple | 选两项 | a* | b* | c',
    ])
    const { drafts } = await read(quiz(single))
    expect(drafts[0]?.draft).toMatchObject({
      id: '',
      explanation: { why: '因为', trap: '不对' },
      evidence: 'B',
      verifiedAt: null,
    })
  })

  test('takes categories and truths', async () => {
    const truth = `<question type="truefalse"><questiontext><text>对吗</text></questiontext><answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>`
    const { drafts } = await read(
      quiz('<question type="category"><category><text>$course$/top/土壤</text></category></question>', truth),
    )
    expect(drafts[0]?.draft).toMatchObject({ category: 'soil', kind: 'true-false', key: ['b'] })
  })

  test('names what it cannot take by its line', async () => {
    const kinds = ['matching', 'numerical', 'shortanswer', 'essay', 'cloze'].map(
      kind => `<question type="${kind}"></question>`,
    )
    expect(await shortly(quiz(...kinds))).toEqual(
      ['matching', 'numerical', 'shortanswer', 'essay', 'cloze'].map(
        (kind, at) => `kind-unsupported ${at + 3} ${kind}`,
      ),
    )
  })

  test.each([
    [
      'entities from elsewhere',
      '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<quiz>&x;</quiz>',
      'entity-refused 2',
    ],
    ['entities that swell', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', 'entity-refused 1'],
    ['a tag left open', '<quiz>\n<question>\n</quiz>', "syntax 3 Expected closing tag 'question' (opened …"],
    ['something else', '<html><body></body></html>', 'file-unreadable 1 html'],
  ])('refuses %s', async (_name, text, expected) => {
    const [only] = await shortly(text.startsWith('<html') ? `<?xml version="1.0"?>${text}` : text)
    expect(only).toBe(expected)
  })
})

describe('workbooks', () => {
  const head = ['编号', '类别', '题干', '选项A', '选项B', '选项C', '答案', '难度']
  const sheet = (rows: (string | number | null)[][], options = {}) =>
    writeXlsxFile(
      rows.map(row =>
        row.map(value => (value === null ? null : { value, type: typeof value === 'number' ? Number : String })),
      ),
      options,
    ).toBuffer()
  const row = (at: number, changes: Record<number, string | number | null> = {}) =>
    Object.assign([null, '大气环境', `题 ${at}`, '甲', '乙', '丙', 'A', 2], changes)

  test('the template is read as empty, and its example is not a question', async () => {
    expect(await shortly(await writeTemplate())).toEqual(['nothing-inside 0'])
  })

  test('among 5,000 rows exactly the three wrong ones are named, by row and column', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => row(at + 2))
    rows[6] = row(8, { 7: '很难' })
    rows[1999] = row(2001, { 6: 'E' })
    rows[4999] = row(5001, { 2: '' })
    const { problems } = await read(await sheet([head, ...rows]))
    expect(problems).toEqual([
      { is: 'value-unknown', at: 8, column: 'difficulty', what: '很难' },
      { is: 'key-unknown', at: 2001, column: 'key', what: 'E' },
      { is: 'value-missing', at: 5001, column: 'stem', what: '' },
    ])
    expect(await shortly(await sheet([head, ...rows, row(5002)]))).toEqual(['too-many-rows 0 5001'])
  })

  test('a missing column is named before anything else', async () => {
    const { problems } = await read(
      await sheet([head.filter(name => name !== '答案'), ['', '', '题', '甲', '乙', '丙', 2]]),
    )
    expect(problems).toEqual([{ is: 'column-missing', at: 1, column: 'key', what: '' }])
  })

  test('cells that were made one are named', async () => {
    const merged = [
      head.map(value => ({ value })),
      [{ value: '' }, { value: '大气环境', span: 2 }, null, { value: '甲' }, { value: '乙' }],
    ]
    const bytes = await writeXlsxFile(merged).toBuffer()
    expect(await shortly(bytes)).toEqual(['merged-cells 2 B2:C2'])
  })

  test('answers are understood as people write them', async () => {
    const rows = [
      ['A', '单选'],
      ['a、c', '多选'],
      ['ＡＣ', ''],
      ['错', '判断'],
    ]
    const table = rows.map(([answer, kind], at) =>
      answer === '错'
        ? ['', '水', `题 ${at}`, '正确', '错误', '', answer, kind]
        : ['', '水', `题 ${at}`, '甲', '乙', '丙', answer, kind],
    )
    const bytes = await sheet([
      ['编号', '类别', '题干', '选项A', '选项B', '选项C', '答案', '题型'],
      ...table.map(cells => cells.map(cell => cell ?? '')),
    ])
    expect(await shortly(bytes)).toEqual([
      'single | 题 0 | 甲* | 乙 | 丙',
      'multiple | 题 1 | 甲* | 乙 | 丙*',
      'multiple | 题 2 | 甲* | 乙 | 丙*',
      'true-false | 题 3 | 正确 | 错误*',
    ])
  })

  test('an option left out before others is a mistake, not a shift', async () => {
    expect(await shortly(await sheet([head, row(2, { 4: '' })]))).toEqual(['value-missing 2'])
  })

  test('a zip that would swell is not unpacked', async () => {
    const swelling = zipSync({ 'xl/workbook.xml': new Uint8Array(1), 'a.xml': new Uint8Array(41 * 1024 * 1024) })
    expect(swelling.length).toBeLessThan(100_000)
    expect(await shortly(swelling)).toEqual(['file-unreadable 0'])
  })
})

describe('QTI', () => {
  test('an interaction that is no choice is named by the place of its item', async () => {
    const entries = unpack(await writeQuestions('qti', [question(), question({ id: 'air-02' })])) ?? {}
    const other =
      '<assessmentItem><itemBody><p>x</p><textEntryInteraction responseIdentifier="R"/></itemBody></assessmentItem>'
    const bytes = zipSync({ ...entries, 'items/0002.xml': strToU8(other) })
    expect((await shortly(bytes)).at(-1)).toBe('kind-unsupported 2 items/0002.xml textEntryInteraction')
  })
})
