/** Words of the components, the same on every page. */
export const sharedWords = {
  loading: '正在加载',
  retry: '再试一次',
}
