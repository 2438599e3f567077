import { button, h } from '../../phone/shared/dom'
import { Files, type FilesAnswer } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { bytesInWords, countInWords } from './in-words'
import { heading, note, type View } from './view'

type StoredFile = FilesAnswer['files'][number]

function preview({ type, address, path }: StoredFile): HTMLElement {
  if (type.startsWith('image/')) return h('img', { src: address, alt: `Preview of ${path}`, loading: 'lazy' })
  const kind = path.includes('.') ? path.slice(path.lastIndexOf('.') + 1) : 'file'
  return h('span', { class: 'no-preview', 'aria-hidden': 'true' }, kind)
}

function card(file: StoredFile): HTMLElement {
  const { path, bytes, type, address } = file
  const link = h('a', { href: address, download: path.split('/').at(-1) ?? path, class: 'cover' }, path)
  return h(
    'li',
    { class: 'card file' },
    preview(file),
    h('h2', {}, link),
    h('p', {}, `${bytesInWords(bytes)} · ${type}`),
  )
}

/** What lies in the cloud storage; a file's name downloads it. */
export function filesView(): View {
  const list = h('ul', { class: 'cards' })
  const end = h('div', { class: 'end' })
  const summary = h('span', { class: 'quiet' })
  const load = async () => {
    try {
      const { total, files } = await ask(Files, question('files'))
      summary.textContent = countInWords(total, 'file')
      list.replaceChildren(...files.map(card))
      const rest = total - files.length
      end.replaceChildren(
        ...(total === 0 ? [note('Nothing has been uploaded yet.')] : []),
        ...(rest > 0 ? [note(`${countInWords(rest, 'more file')} not shown.`)] : []),
      )
    } catch (thrown) {
      end.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
  void load()
  const refresh = button({ class: 'tool' }, 'Refresh', () => void load())
  return { element: h('section', {}, heading('Files', summary, refresh), list, end) }
}
