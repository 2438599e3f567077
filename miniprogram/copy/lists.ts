/** The foot of every list. */
export const listWords = {
  loading: '正在加载…',
  end: '到底了',
  noneYet: '查到这里还没有',
  none: '没有找到',
  again: '再试一次',
}
