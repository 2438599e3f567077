import { button, h } from '../../phone/shared/dom'
import { Messages, type MessagesAnswer } from '../answers'
import { ask, question, sentenceOf } from './ask'
import { beijing, countInWords } from './in-words'
import { jsonView } from './json-view'
import { heading, note, type View } from './view'

function row({
  sentAt,
  toUser,
  template,
  page,
  functionName,
  fields,
}: MessagesAnswer['messages'][number]): HTMLElement {
  const line = h(
    'summary',
    {},
    h('b', {}, Object.values(fields).join(' · ')),
    h('span', { class: 'quiet' }, `to ${toUser}`),
    h('time', { class: 'quiet' }, beijing(sentAt)),
  )
  const whole = jsonView({ toUser, template, page, functionName, fields })
  return h('li', {}, h('details', { class: 'row' }, line, h('div', { class: 'opened' }, whole)))
}

/** The subscription messages that people would have got, newest first. */
export function messagesView(): View {
  const list = h('ol', { class: 'rows' })
  const end = h('div', { class: 'end' })
  const summary = h('span', { class: 'quiet' })
  const load = async () => {
    try {
      const { messages } = await ask(Messages, question('messages'))
      summary.textContent = countInWords(messages.length, 'message')
      list.replaceChildren(...messages.map(row))
      end.replaceChildren(...(messages.length === 0 ? [note('No message has been sent yet.')] : []))
    } catch (thrown) {
      end.replaceChildren(note(sentenceOf(thrown), 'trouble'))
    }
  }
  void load()
  const refresh = button({ class: 'tool' }, 'Refresh', () => void load())
  return { element: h('section', {}, heading('Messages', summary, refresh), list, end) }
}
