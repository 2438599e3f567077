import { CallError } from './call-error'

/** A page of a sub-package that was never loaded cannot be opened without network; that is the usual reason to fail. */
async function reached(going: Promise<unknown>): Promise<void> {
  try {
    await going
  } catch {
    throw new CallError('page-unreachable')
  }
}

export const openPage = (url: string): Promise<void> => reached(wx.navigateTo({ url }))
export const replacePage = (url: string): Promise<void> => reached(wx.redirectTo({ url }))
export const openTab = (url: string): Promise<void> => reached(wx.switchTab({ url }))

/** Back to where the person came from; to a tab, where the app was opened on this very page. */
export const goBackOr = (tab: string): Promise<void> =>
  getCurrentPages().length > 1 ? reached(wx.navigateBack()) : openTab(tab)

/** To a page that may be the very one below: then it is gone back to, not opened twice. */
export function returnTo(url: string): Promise<void> {
  const below = getCurrentPages().at(-2)
  return below && url.startsWith(`/${below.route}`) ? reached(wx.navigateBack()) : replacePage(url)
}
