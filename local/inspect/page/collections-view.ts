import { button, h } from '../../phone/shared/dom'
import { Collections, type CollectionsAnswer } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { bytesInWords, countInWords } from './in-words'
import { heading, note, type View } from './view'

type Collection = CollectionsAnswer['collections'][number]

const indexInWords = ({ fields, unique }: Collection['indexes'][number]): string =>
  `${fields.map(([path, way]) => `${path} ${way === 1 ? '↑' : '↓'}`).join(', ')}${unique ? ' · unique' : ''}`

function card({ name, documents, bytes, indexes }: Collection): HTMLElement {
  const link = h('a', { href: `#/collections/${encodeURIComponent(name)}`, class: 'cover' }, name)
  const size = documents === 0 ? 'empty' : `${countInWords(documents, 'document')} · ${bytesInWords(bytes)}`
  const list = indexes.map(index => h('li', { title: index.name }, h('code', {}, indexInWords(index))))
  return h(
    'li',
    { class: 'card collection' },
    h('h2', {}, link),
    h('p', {}, size),
    h('ul', { class: 'indexes' }, ...list),
  )
}

/** Every collection with how much is in it and how it can be asked. */
export function collectionsView(): View {
  const list = h('ul', { class: 'cards' })
  const summary = h('span', { class: 'quiet' })
  const load = async () => {
    try {
      const { collections } = await ask(Collections, question('collections'))
      summary.textContent = countInWords(collections.length, 'collection')
      list.replaceChildren(...collections.map(card))
    } catch (thrown) {
      list.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
  const refresh = button({ class: 'tool' }, 'Refresh', () => void load())
  void load()
  return { element: h('section', {}, heading('Collections', summary, refresh), list) }
}
