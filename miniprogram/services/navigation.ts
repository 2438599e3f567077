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
