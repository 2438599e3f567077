import type { Family, Phone } from './phone'

/** Whether the menu of the page that is shown offers to share it. */
export function sharingFamily({ asynchronous, stack }: Phone): Family {
  const allow = (mayShare: boolean) => () => {
    if (stack.current !== undefined) stack.current.mayShare = mayShare
  }
  return {
    showShareMenu: asynchronous.make('showShareMenu', allow(true)),
    hideShareMenu: asynchronous.make('hideShareMenu', allow(false)),
  }
}
