import { strToU8 } from 'fflate'
import type { WrittenQuestion } from '../../quiz/api'
import { encodeEntities } from './entities'
import { fieldList, fieldsOf } from './fields'
import type { Pictures } from './pictures'
import { pack } from './zip'

const ITEM_SPACE = 'http://www.imsglobal.org/xsd/imsqti_v2p1'
const PACKAGE_SPACE = 'http://www.imsglobal.org/xsd/imscp_v1p1'
/** Our own corner of the manifest; other systems pass over it. */
const OWN_SPACE = 'urn:yunkepu:question'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

const lines = (text: string): string => text.split('\n').map(encodeEntities).join('<br/>')

const identifierOf = (at: number): string => `choice_${at + 1}`

const modal = (identifier: string, text: string): string[] =>
  text === ''
    ? []
    : [
        `  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="${identifier}" showHide="show">${lines(text)}</modalFeedback>`,
      ]

/** Below `items/`, where the questions are. */
const pictureName = (file: string): string => `images/${file.slice(file.lastIndexOf('/') + 1)}`

const image = ({ picture }: WrittenQuestion, pictures: Pictures): string[] =>
  picture && pictures.has(picture.file)
    ? [`    <p><img src="../${pictureName(picture.file)}" alt="${encodeEntities(picture.alt)}"/></p>`]
    : []

function item(question: WrittenQuestion, pictures: Pictures): string {
  const { id, kind, stem, options, key, explanation } = question
  const cardinality = kind === 'multiple' ? 'multiple' : 'single'
  const right = options.flatMap(({ id: option }, at) => (key.includes(option) ? [identifierOf(at)] : []))
  return [
    HEAD,
    `<assessmentItem xmlns="${ITEM_SPACE}" identifier="${id}" title="${id}" adaptive="false" timeDependent="false">`,
    `  <responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="identifier">`,
    `    <correctResponse>${right.map(one => `<value>${one}</value>`).join('')}</correctResponse>`,
    '  </responseDeclaration>',
    '  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>',
    '  <outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>',
    '  <itemBody>',
    ...image(question, pictures),
    `    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="${kind === 'multiple' ? 0 : 1}">`,
    `      <prompt>${lines(stem)}</prompt>`,
    ...options.map(
      ({ text }, at) => `      <simpleChoice identifier="${identifierOf(at)}">${lines(text)}</simpleChoice>`,
    ),
    '    </choiceInteraction>',
    '  </itemBody>',
    '  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>',
    ...modal('why', explanation.why),
    ...modal('trap', explanation.trap),
    '</assessmentItem>',
    '',
  ].join('\n')
}

const nameOf = (at: number): string => `items/${String(at + 1).padStart(4, '0')}.xml`

function resource(question: WrittenQuestion, at: number, pictures: Pictures): string[] {
  const { picture } = question
  const fields = fieldList({ ...fieldsOf(question), kind: question.kind })
  return [
    `    <resource identifier="R${at + 1}" type="imsqti_item_xmlv2p1" href="${nameOf(at)}">`,
    '      <metadata>',
    ...fields.map(([name, text]) => `        <own:field name="${name}">${encodeEntities(text)}</own:field>`),
    '      </metadata>',
    `      <file href="${nameOf(at)}"/>`,
    ...(picture && pictures.has(picture.file) ? [`      <file href="${pictureName(picture.file)}"/>`] : []),
    '    </resource>',
  ]
}

const manifest = (questions: readonly WrittenQuestion[], pictures: Pictures): string =>
  [
    HEAD,
    `<manifest xmlns="${PACKAGE_SPACE}" xmlns:own="${OWN_SPACE}" identifier="yunkepu">`,
    '  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>',
    '  <organizations/>',
    '  <resources>',
    ...questions.flatMap((question, at) => resource(question, at, pictures)),
    '  </resources>',
    '</manifest>',
    '',
  ].join('\n')

/** Questions as a QTI 2.1 package: one item a question; what QTI has no place for stands in the manifest's metadata. */
export const writeQti = (questions: readonly WrittenQuestion[], pictures: Pictures): Uint8Array =>
  pack({
    'imsmanifest.xml': strToU8(manifest(questions, pictures)),
    ...Object.fromEntries(questions.map((question, at) => [nameOf(at), strToU8(item(question, pictures))])),
    ...Object.fromEntries([...pictures].map(([file, bytes]) => [pictureName(file), new Uint8Array(bytes)])),
  })
