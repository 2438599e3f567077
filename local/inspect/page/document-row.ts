import { button, h } from '../../phone/shared/dom'
import { type DocumentsAnswer, WholeDocument } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { bytesInWords } from './in-words'
import { jsonView } from './json-view'
import { note } from './view'

type Row = DocumentsAnswer['documents'][number]

/** Ids are mostly texts: those need no quotation marks. */
function idInWords(id: string): string {
  const value: unknown = JSON.parse(id)
  return typeof value === 'string' ? value : id
}

/** A document that opens where it stands. */
export function documentRow(collection: string, { id, bytes, beginning }: Row): HTMLElement {
  const size = h('span', { class: 'quiet' }, bytesInWords(bytes))
  const line = h('summary', {}, h('b', {}, idInWords(id)), size, h('span', { class: 'beginning' }, beginning))
  const details = h('details', { class: 'row' }, line)
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) void open(details, collection, id)
  })
  return h('li', {}, details)
}

async function open(details: HTMLElement, collection: string, id: string): Promise<void> {
  try {
    const { text } = await ask(WholeDocument, question('document', { collection, id }))
    const value: unknown = JSON.parse(text)
    details.append(h('div', { class: 'opened' }, copyButton(JSON.stringify(value, null, 2)), jsonView(value)))
  } catch (thrown) {
    details.append(note(sentenceOf(thrown), 'trouble'))
  }
}

function copyButton(text: string): HTMLButtonElement {
  const copy = button({ class: 'tool' }, 'Copy JSON', () => {
    navigator.clipboard.writeText(text).then(
      () => {
        copy.textContent = 'Copied'
      },
      () => {
        copy.textContent = 'The browser does not allow it'
      },
    )
  })
  return copy
}
