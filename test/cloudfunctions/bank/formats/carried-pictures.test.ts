import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readQuestions, writeQuestions } from '../../../../cloudfunctions/bank/formats/question-files'
import { judgedPicture, placeOf } from '../../../../cloudfunctions/bank/pictures/picture-rules'
import { png } from '../../../support/pictures'
import { anyQuestion, question } from './written-questions'

const defaults = { category: 'air', today: '2026-11-23' } as const
const FORMATS = ['moodle-xml', 'qti'] as const

const bytes = png(640, 480)
const judged = judgedPicture(bytes)
const place = typeof judged === 'string' ? '' : placeOf(bytes, judged)
const file = `cloud://env.bucket/${place}`
const picture = { file, alt: '一片<湿地>，"安静"', credit: { author: '水云间', licence: 'CC BY 4.0' } }
const pictures = new Map([[file, bytes]])

describe.each(FORMATS)('%s', format => {
  test('carries the picture of a question, and gives both back', async () => {
    const asked = question({ picture, stem: '图中是什么？\n请  选 <一> 个 & 说明' })
    const { drafts, problems } = await readQuestions(await writeQuestions(format, [asked], pictures), defaults)
    expect(problems).toEqual([])
    expect(drafts).toEqual([
      { at: drafts[0]?.at, draft: { ...asked, picture: { ...picture, file: place } }, picture: bytes },
    ])
  })

  test('gives back any questions equal, whatever stands around the picture', async () => {
    const any = anyQuestion.map(asked => ({ ...asked, picture: asked.picture && { ...asked.picture, file } }))
    const some = fc.uniqueArray(any, { minLength: 1, maxLength: 4, selector: ({ id }) => id })
    await fc.assert(
      fc.asyncProperty(some, async questions => {
        const { drafts, problems } = await readQuestions(await writeQuestions(format, questions, pictures), defaults)
        expect(problems).toEqual([])
        const named = drafts.map(({ draft, picture: carried }) =>
          draft.picture && carried?.equals(bytes) ? { ...draft, picture: { ...draft.picture, file } } : draft,
        )
        expect(named).toEqual(questions)
      }),
      { numRuns: 60, seed: 20261123 },
    )
  })
})

const BASE64 = bytes.toString('base64')
const OWN = '<img src="@@PLUGINFILE@@/a%20b.png" alt="一只鸟"/>'
const moodle = (stem: string, files: string, option = '对') => `<quiz><question type="multichoice">
  <questiontext format="html"><text><![CDATA[<p>这是什么？</p>${stem}]]></text>${files}</questiontext>
  <answer fraction="100" format="html"><text><![CDATA[${option}]]></text></answer>
  <answer fraction="0"><text>不对</text></answer>
</question></quiz>`
const FILE = `<file name="a b.png" path="/" encoding="base64">${BASE64}</file>`

const item = (body: string, option = '对') => `<assessmentItem identifier="q"><responseDeclaration identifier="RESPONSE"
  cardinality="single"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody>${body}
  <choiceInteraction responseIdentifier="RESPONSE"><prompt>这是什么？</prompt><simpleChoice identifier="a">${option}</simpleChoice>
  <simpleChoice identifier="b">不对</simpleChoice></choiceInteraction></itemBody></assessmentItem>`
const MANIFEST = '<manifest><resources><resource type="imsqti_item_xmlv2p1" href="items/q.xml"/></resources></manifest>'
const qti = (body: string, option?: string) =>
  zipSync({
    'imsmanifest.xml': strToU8(MANIFEST),
    'items/q.xml': strToU8(item(body, option)),
    'items/media/bird.png': new Uint8Array(bytes),
    'bird.gif': strToU8('GIF89a'),
  })

const read = (content: string | Uint8Array) => readQuestions(Buffer.from(content), defaults)

test.each([
  ['Moodle XML', moodle(OWN, FILE)],
  ['QTI, beside the item', qti('<p><img src="media/bird.png" alt="一只鸟"/></p>')],
  ['QTI, by a detour', qti('<div><img src="../items/./media/bird.png" alt="一只鸟"/></div>')],
])('one picture in the stem is taken with its words, and knows no credit: %s', async (_name, content) => {
  const { drafts, problems } = await read(content)
  expect(problems).toEqual([])
  expect(drafts.map(({ draft }) => [draft.stem, draft.picture])).toEqual([
    ['这是什么？', { file: place, alt: '一只鸟', credit: null }],
  ])
  expect(drafts[0]?.picture?.equals(bytes)).toBe(true)
})

test.each([
  ['two pictures', moodle(OWN + OWN, FILE), 'picture-inside'],
  ['one of another server', moodle('<img src="https://example.com/a.png">', FILE), 'picture-inside'],
  ['one whose file is missing', moodle(OWN, FILE.replace('a b', 'b')), 'picture-inside'],
  ['one with a broken name', moodle(OWN.replace('a%20b', '%E0%A4%A'), FILE), 'picture-inside'],
  ['a film beside it', moodle(`${OWN}<video src="@@PLUGINFILE@@/a.mp4"></video>`, FILE), 'picture-inside'],
  ['one in an option', moodle('', FILE, OWN), 'picture-inside'],
  ['what is no picture', moodle(OWN, FILE.replace(BASE64, 'PGh0bWw+')), 'picture-unreadable'],
  ['a dot', moodle(OWN, FILE.replace(BASE64, png(2, 2).toString('base64'))), 'picture-odd-size'],
  ['two pictures in QTI', qti('<img src="media/bird.png"/><img src="media/bird.png"/>'), 'picture-inside'],
  ['one that is not in the package', qti('<img src="media/owl.png"/>'), 'picture-inside'],
  ['one in an option of QTI', qti('', '<img src="media/bird.png"/>'), 'picture-inside'],
  ['an object', qti('<object data="media/bird.png"/>'), 'picture-inside'],
  ['a GIF', qti('<img src="../bird.gif"/>'), 'picture-unreadable'],
])('%s is refused by its place', async (_name, content, is) => {
  const { drafts, problems } = await read(content)
  expect([drafts, problems.map(one => one.is)]).toEqual([[], [is]])
  expect(problems[0]?.at).toBeGreaterThan(0)
})
