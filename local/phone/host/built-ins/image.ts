import { h } from '../../shared/dom'
import { setExtraStyle } from '../engine/border'
import { applyAria } from './aria'
import type { BuiltIn, BuiltInNode } from './built-in'

const pictures = new WeakMap<BuiltInNode, HTMLImageElement>()

/** Where a name leads, in a template of this path. */
export type FindAddress = (source: string, fromPath: string) => string | Promise<string>

/** Answers at once where it can, so that a picture is asked for in the turn that names it. */
export function withAddress(self: BuiltInNode, property: string, find: FindAddress, use: (address: string) => void) {
  const source = self.text(property)
  const found = source === '' ? '' : find(source, self.templatePath)
  if (typeof found === 'string') use(found)
  else {
    void found.then(address => {
      if (self.text(property) === source) use(address)
    })
  }
}

function load(self: BuiltInNode, find: FindAddress): void {
  const picture = pictures.get(self)
  if (picture === undefined) return
  withAddress(self, 'src', find, address => {
    picture.hidden = address === ''
    if (address === '') picture.removeAttribute('src')
    else picture.src = address
  })
}

/** widthFix and heightFix give the element the picture's own proportions. */
function fit(self: BuiltInNode): void {
  const mode = self.text('mode')
  const picture = pictures.get(self)
  self.element.dataset.mode = mode
  if (picture === undefined || picture.naturalWidth === 0) return
  const ratio = `aspect-ratio: ${picture.naturalWidth} / ${picture.naturalHeight}`
  const free: Record<string, string> = { widthFix: `height: auto; ${ratio}`, heightFix: `width: auto; ${ratio}` }
  setExtraStyle(self.node, free[mode] ?? '')
}

/** The element is the picture for who cannot see it; the inner one is only how it is drawn. */
function describe(self: BuiltInNode): void {
  applyAria(self, 'ariaLabel')
  if (self.text('ariaRole') !== '') applyAria(self, 'ariaRole')
  else self.element.toggleAttribute('role', self.text('ariaLabel') !== '')
  if (self.element.getAttribute('role') === '') self.element.setAttribute('role', 'img')
}

export const createImage = (find: FindAddress): BuiltIn => ({
  properties: {
    src: { type: String, value: '' },
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: { type: Boolean, value: false },
  },
  ignored: ['webp', 'showMenuByLongpress', 'fadeIn', 'alt'],
  setup(self) {
    const picture = h('img', { alt: '', draggable: 'false', hidden: '' })
    pictures.set(self, picture)
    self.element.append(picture)
    self.element.dataset.mode = 'scaleToFill'
    picture.addEventListener('load', () => {
      fit(self)
      self.trigger('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      self.trigger('error', { errMsg: `GET ${self.text('src')} failed` })
    })
  },
  changed: {
    src: self => {
      load(self, find)
    },
    mode: fit,
    lazyLoad: self => {
      const picture = pictures.get(self)
      if (picture !== undefined) picture.loading = self.is('lazyLoad') ? 'lazy' : 'eager'
    },
    ariaLabel: describe,
    ariaRole: describe,
  },
})
