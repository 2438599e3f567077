import { WxFailure } from './asynchronous'
import { numberOf, textOf } from './options'
import type { Family, Phone } from './phone'

const SCROLL_MS = 300

/** Scrolling a page and pulling it down. */
export function pageMotionFamily({ asynchronous, stack }: Phone): Family {
  const page = () => {
    if (stack.current === undefined) throw new WxFailure('no page is open')
    return stack.current
  }
  return {
    pageScrollTo: asynchronous.make('pageScrollTo', options => {
      const { scroller } = page()
      const selector = textOf(options, 'selector')
      const target = selector === '' ? undefined : page().find(selector)
      if (selector !== '' && target === undefined) throw new WxFailure(`selector "${selector}" is not found`)
      const offset = target
        ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
        : 0
      const top = target
        ? offset + numberOf(options, 'offsetTop', 0)
        : numberOf(options, 'scrollTop', scroller.scrollTop)
      scroller.scrollTo({ top, behavior: numberOf(options, 'duration', SCROLL_MS) > 0 ? 'smooth' : 'instant' })
    }),
    startPullDownRefresh: asynchronous.make('startPullDownRefresh', () => {
      page().pullDown.open()
    }),
    stopPullDownRefresh: asynchronous.make('stopPullDownRefresh', () => {
      page().pullDown.close()
    }),
  }
}
