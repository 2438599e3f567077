import { button, h } from '../../phone/shared/dom'
import { Documents } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { documentRow } from './document-row'
import { heading, note, type Place, type View } from './view'

/** The documents of one collection, by `_id` or as a query finds them. The query stands in the address. */
export function documentsView({ parts: [, collection = ''], query }: Place): View {
  const wanted = query.get('query') ?? ''
  const list = h('ol', { class: 'rows' })
  const end = h('div', { class: 'end' })
  const load = async (after?: string) => {
    end.replaceChildren()
    try {
      const asked = { collection, query: wanted, ...(after !== undefined && { after }) }
      const { documents, next } = await ask(Documents, question('documents', asked))
      list.append(...documents.map(document => documentRow(collection, document)))
      if (next !== null) end.append(button({ class: 'tool' }, 'Show more', () => void load(next)))
      else end.append(note(list.childElementCount === 0 ? 'Nothing here.' : `That is all: ${list.childElementCount}.`))
    } catch (thrown) {
      end.append(note(sentenceOf(thrown), 'trouble'))
    }
  }
  void load()
  const back = h('a', { href: '#/collections' }, 'All collections')
  return { element: h('section', {}, heading(collection, back), finder(collection, wanted), list, end) }
}

function finder(collection: string, wanted: string): HTMLElement {
  const field = h('input', {
    id: 'query',
    type: 'search',
    value: wanted,
    placeholder: '{"state":"submitted","score":{"$gte":80}}',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
  })
  const label = h('label', { for: 'query' }, 'Query, as JSON')
  const form = h('form', { class: 'finder', role: 'search' }, label, field, h('button', { class: 'main' }, 'Find'))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const query = field.value.trim() === '' ? '' : `?${new URLSearchParams({ query: field.value }).toString()}`
    location.hash = `#/collections/${encodeURIComponent(collection)}${query}`
  })
  return form
}
