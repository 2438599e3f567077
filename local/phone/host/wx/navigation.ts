import type { NavigatorTarget } from '../built-ins/navigator'
import type { PageStack } from '../pages/page-stack'
import { numberOf, requiredText } from './options'
import type { Family, Phone } from './phone'

export function navigationFamily({ asynchronous, stack }: Phone): Family {
  const make = asynchronous.make.bind(asynchronous)
  return {
    navigateTo: make('navigateTo', options => stack.navigateTo(requiredText(options, 'url'))),
    redirectTo: make('redirectTo', options => stack.redirectTo(requiredText(options, 'url'))),
    switchTab: make('switchTab', options => stack.switchTab(requiredText(options, 'url'))),
    reLaunch: make('reLaunch', options => stack.reLaunch(requiredText(options, 'url'))),
    navigateBack: make('navigateBack', options => stack.navigateBack(numberOf(options, 'delta', 1))),
    enableAlertBeforeUnload: make('enableAlertBeforeUnload', options => {
      if (stack.current !== undefined) stack.current.leaveMessage = requiredText(options, 'message')
    }),
    disableAlertBeforeUnload: make('disableAlertBeforeUnload', () => {
      if (stack.current !== undefined) stack.current.leaveMessage = undefined
    }),
  }
}

/** What <navigator> does; false for an open-type that is not known. */
export function followNavigator(stack: PageStack, { openType, url, delta }: NavigatorTarget): boolean {
  const ways: Record<string, () => Promise<void>> = {
    navigate: () => stack.navigateTo(url),
    redirect: () => stack.redirectTo(url),
    switchTab: () => stack.switchTab(url),
    reLaunch: () => stack.reLaunch(url),
    navigateBack: () => stack.navigateBack(delta),
  }
  const go = ways[openType]
  // A refused way is a mistake in the page: it surfaces as an unhandled rejection.
  void go?.()
  return go !== undefined
}
