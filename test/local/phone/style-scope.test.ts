import { scopeSelector, type StyleOwner } from '../../../local/phone/compile/style-scope'

const app: StyleOwner = { kind: 'app' }
const page: StyleOwner = { kind: 'page', path: 'pages/a/a' }
const card: StyleOwner = { kind: 'component', scope: 'card' }

test.each<[string, StyleOwner, string, string, string]>([
  ['tags get their name in the document', app, '', 'view > text', 'wx-view>wx-text'],
  ['the page is an element too', app, '', 'page', 'wx-page'],
  [
    'a page keeps its rules below itself',
    page,
    '',
    '.x, button',
    ':where([data-page="pages/a/a"]) .x, :where([data-page="pages/a/a"]) wx-button',
  ],
  ['a component prefixes its classes', card, '', '.a .b:not(.c)', '.card--a .card--b:not(.card--c)'],
  ['the host is the element of the component', card, '', ':host', '[wx-host="card"]'],
  ['the host with a class', card, '', ':host(.on) .a', '.card--on[wx-host="card"] .card--a'],
  [
    'a rule without a class stays inside the component',
    card,
    '',
    'view::after',
    ':where([wx-host="card"]) wx-view::after',
  ],
  ['numbers in :nth-child are no tags', card, '', '.a:nth-child(2n+1)', '.card--a:nth-child(2n+1)'],
  ['a theme is an attribute above', app, 'dark', 'page', ':where(html[data-theme="dark"]) wx-page'],
])('%s', (_what, owner, theme, selector, expected) => {
  expect(scopeSelector(selector, owner, theme)).toBe(expected)
})
