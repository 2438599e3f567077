/** The mailbox of the notice, for every question. */
export const CONTACT = 'hbkp365@163.com'

/** Words of the components, the same on every page. */
export const sharedWords = {
  loading: '正在加载',
  retry: '再试一次',
}
