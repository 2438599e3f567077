import { WxFailure, type Options } from './asynchronous'
import { numberOf, requiredText, textOf } from './options'
import type { Family, Phone } from './phone'

const BAR_STYLES = ['color', 'selectedColor', 'backgroundColor', 'borderStyle'] as const

function tabBarStyle(options: Options): Record<string, string> {
  return Object.fromEntries(
    BAR_STYLES.flatMap(name => (typeof options[name] === 'string' ? [[name, options[name]]] : [])),
  )
}

/** Navigation bar, tab bar and background of the page that is shown. */
export function pageLooksFamily(phone: Phone): Family {
  const { asynchronous, stack } = phone
  const frame = () => {
    if (stack.current === undefined) throw new WxFailure('no page is open')
    return stack.current.frame
  }
  const tabBar = () => {
    if (phone.tabBar === undefined || stack.current?.isTab !== true) throw new WxFailure('not TabBar page')
    return phone.tabBar
  }
  const setBadge = (options: Options, text: string) => {
    if (!tabBar().setBadge(numberOf(options, 'index', -1), text)) throw new WxFailure('tabbar item not found')
  }
  return {
    setNavigationBarTitle: asynchronous.make('setNavigationBarTitle', options => {
      frame().bar.setTitle(requiredText(options, 'title'))
    }),
    setNavigationBarColor: asynchronous.make('setNavigationBarColor', options => {
      const front = requiredText(options, 'frontColor')
      if (front !== '#ffffff' && front !== '#000000') throw new WxFailure(`invalid frontColor "${front}"`)
      frame().setColors({ front, background: requiredText(options, 'backgroundColor') })
      phone.redraw()
    }),
    setTabBarStyle: asynchronous.make('setTabBarStyle', options => {
      tabBar().setStyle(tabBarStyle(options))
    }),
    setTabBarBadge: asynchronous.make('setTabBarBadge', options => {
      setBadge(options, requiredText(options, 'text'))
    }),
    removeTabBarBadge: asynchronous.make('removeTabBarBadge', options => {
      setBadge(options, '')
    }),
    setBackgroundColor: asynchronous.make('setBackgroundColor', options => {
      frame().setBackdrop(textOf(options, 'backgroundColor'))
    }),
    setBackgroundTextStyle: asynchronous.make('setBackgroundTextStyle', options => {
      stack.current?.pullDown.setTextStyle(requiredText(options, 'textStyle'))
    }),
  }
}
