import type { PictureCredit } from '../contract/questions'

/** Words of charts, rows and certificates. */
export const figureWords = {
  highest: '最高',
  here: '你在这里',
  me: '我',
  picture: '图片',
  video: '视频',
  enlarge: '点开看大图',
  pictureMissing: '图片没有打开',
  stepDone: '已完成',
  stepCurrent: '进行中',
  stepTodo: '还没到',
  copy: '复制',
  receipt: '回执',
  poster: '海报',
  drawing: '正在画海报',
  certificate: '证书',
  awardedTo: '兹证明',
  issuedBy: '颁发单位',
  issuedOn: '颁发日期',
  number: '证书编号',
  code: '查验码',
  checkHint: '在“云科普”小程序里输入查验码，可以核对真伪。',
}

export const creditText = ({ author, licence }: PictureCredit): string => `图片：${author}，${licence}`

/** `80%`; what is not whole is never rounded up to it, what has begun never down to nothing. */
export function percentText(share: number): string {
  if (share <= 0) return '0%'
  if (share >= 1) return '100%'
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))}%`
}

/** `7 月 3 日 120 人` */
const dayValue = (label: string, value: number, unit: string): string => `${label} ${value}${unit && ` ${unit}`}`

/** The facts of a trend for who hears it: the first and the last day, and the highest. */
export function trendText(
  name: string,
  unit: string,
  points: readonly { label: string; value: number }[],
  highest: { label: string; value: number } | undefined,
): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || !highest) return `${name}，还没有数据`
  const say = (point: { label: string; value: number }) => dayValue(point.label, point.value, unit)
  return `${name}，${points.length} 天，从 ${say(first)}到 ${say(last)}，最高 ${say(highest)}`
}

export const highestText = (value: number, label: string): string => `${figureWords.highest} ${value} · ${label}`

export function distributionText(
  name: string,
  unit: string,
  bins: readonly { label: string; count: number }[],
  own: number,
): string {
  const facts = bins.map(({ label, count }) => dayValue(label, count, unit)).join('，')
  const place = bins[own] ? `，${figureWords.here}：${bins[own].label}` : ''
  return `${name}，${facts}${place}`
}

export const rankText = (place: number): string => `第 ${place} 名`

export const stepState = (state: string): string => {
  if (state === 'done') return figureWords.stepDone
  return state === 'current' ? figureWords.stepCurrent : figureWords.stepTodo
}
