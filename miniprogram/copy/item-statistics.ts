import type { ItemFlag, ItemStatistics } from '../contract/standings'
import type { Instant } from '../contract/time'
import { monthDay } from './moments'

/** What statistics warn of, in few words for a list. */
export const ITEM_FLAG_NAMES: Record<ItemFlag, string> = {
  negative: '区分度为负',
  'too-hard': '答对的太少',
  'too-easy': '几乎都答对',
  'idle-option': '有选项没人选',
}

/** The same with what to look at. */
export const ITEM_FLAG_TEXTS: Record<ItemFlag, string> = {
  negative: '别的题答得越好，这道题反而越常答错。先核对答案。',
  'too-hard': '答对的不到两成。看看题干是否说清，答案是否正确。',
  'too-easy': '一百个人里答错的不到三个。题目太容易，或题干露了答案。',
  'idle-option': '有的错误选项没有一个人选，可以换一个更像的。',
}

export const statisticsWords = {
  none: '这一版还没有人首次作答。',
  few: '样本不足，满 30 次首次作答才有统计。',
  answers: '首次作答',
  facility: '答对',
  discrimination: '区分度',
  measured: '实测难度',
  blank: '没有作答',
  still: '大家答得都一样，算不出来',
  right: '正确',
  counting: '裁定改了这一版的答案，统计正在按裁定重新算，过几分钟再来看。',
  allRight: '按裁定，这一版人人算对。答对多少说明不了题目好坏，不再给出统计。',
  counted: '统计依据',
}

/** Since when figures go by a ruling. */
export const ruledText = (at: Instant): string => `${monthDay(at)}的裁定`

export const timesText = (count: number): string => `${count} 次`

export const shareText = (share: number): string => `${share}%`

/** Of the scale as a whole, because 35 alone says little. */
export const discriminationText = (value: number | null): string =>
  value === null ? statisticsWords.still : `${value < 0 ? `−${-value}` : value}（最高 100）`

/** `12 次 · 40% · 正确` */
export function choiceText(chosen: number, { answers }: Pick<ItemStatistics, 'answers'>, right: boolean): string {
  const share = shareText(Math.round((chosen / Math.max(1, answers)) * 100))
  return [timesText(chosen), share, ...(right ? [statisticsWords.right] : [])].join(' · ')
}
