import { h } from '../../phone/shared/dom'
import { callsView } from './calls-view'
import { clockView } from './clock-view'
import { askClock, MODES } from './cloud-clock'
import { collectionsView } from './collections-view'
import { costsView } from './costs-view'
import { documentsView } from './documents-view'
import { faultsView } from './faults-view'
import { filesView } from './files-view'
import { beijing } from './in-words'
import { messagesView } from './messages-view'
import { keepFresh, type Place, type View } from './view'

interface Page {
  name: string
  title: string
  view: (place: Place) => View
}

const PAGES: readonly Page[] = [
  {
    name: 'collections',
    title: 'Collections',
    view: place => (place.parts.length > 1 ? documentsView(place) : collectionsView()),
  },
  { name: 'calls', title: 'Function log', view: callsView },
  { name: 'counters', title: 'Counters', view: costsView },
  { name: 'files', title: 'Files', view: filesView },
  { name: 'messages', title: 'Messages', view: messagesView },
  { name: 'clock', title: 'Clock', view: clockView },
  { name: 'faults', title: 'Faults', view: faultsView },
]

function placeInAddress(): Place {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?')
  return { parts: path.split('/').map(decodeURIComponent), query: new URLSearchParams(query) }
}

const CLOCK_EVERY = 1000

function clockChip(): HTMLElement {
  const chip = h('a', { href: '#/clock', class: 'clock-chip', title: 'The cloud’s clock, Beijing time' })
  keepFresh(async () => {
    const told = await askClock().catch(() => undefined)
    chip.textContent = told === undefined ? 'stopped' : `${beijing(told.now)} · ${MODES[told.mode]}`
    chip.dataset.mode = told?.mode ?? 'stopped'
  }, CLOCK_EVERY)
  return chip
}

/** Shows the page that the address names, and changes it with the address. */
function open(): void {
  const links = PAGES.map(({ name, title }) => h('a', { href: `#/${name}` }, title))
  const main = h('main', { id: 'main' })
  const home = h('a', { href: '/', class: 'home' }, h('b', {}, '云科普'), ' inspector')
  document.body.replaceChildren(
    h('header', { class: 'top' }, home, h('nav', { 'aria-label': 'Inspector' }, ...links), clockChip()),
    main,
  )
  let view: View | undefined
  const show = () => {
    const place = placeInAddress()
    const page = PAGES.find(({ name }) => name === place.parts[0]) ?? PAGES[0]
    view?.stop?.()
    view = page?.view(place)
    main.replaceChildren(...(view ? [view.element] : []))
    document.title = `${place.parts.at(-1) || 'collections'} · Inspector`
    for (const [at, link] of links.entries()) {
      if (PAGES[at] !== page) link.removeAttribute('aria-current')
      else {
        link.setAttribute('aria-current', 'page')
        link.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
    }
    main.querySelector('h1')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }
  window.addEventListener('hashchange', show)
  show()
}

open()
