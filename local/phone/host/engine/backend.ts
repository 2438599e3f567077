import { CurrentWindowBackendContext } from 'glass-easel'
import { elementName } from '../../shared/built-in-tags'
import { toPhoneUnits } from '../../shared/css-units'
import { nextFrame } from '../next-frame'
import { toBackendElement } from './border'

/** Inline styles come at run time with rpx in them; ids come with a prefix per component that a selector could not know. */
function createElement(tag: string): HTMLElement {
  const element = document.createElement(elementName(tag))
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => {
    setAttribute(name, name === 'style' ? toPhoneUnits(value) : value)
  }
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: string) => {
      setAttribute('id', id.replace(/^[0-9a-f]+--/, ''))
    },
  })
  return element
}

/** The engine's view of the document. Events are not its business: see touch.ts and document-events.ts. */
export function createBackend(): CurrentWindowBackendContext {
  const backend = new CurrentWindowBackendContext()
  backend.document = {
    createElement: tag => toBackendElement(createElement(tag)),
    createTextNode: text => toBackendElement(document.createTextNode(text)),
    createDocumentFragment: () => toBackendElement(document.createDocumentFragment()),
  }
  backend.setListenerStats = () => undefined
  backend.render = done => {
    nextFrame(() => {
      done(null)
    })
  }
  return backend
}
