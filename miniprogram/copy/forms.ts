import { beijing, type Day, type Instant, startOfDay } from '../contract/time'

/** What a field asks for; it decides how its sentences speak. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'phone'
  | 'mail'
  | 'identity'
  | 'code'
  | 'link'
  | 'day'
  | 'choice'
  | 'choices'
  | 'region'
  | 'files'
  | 'consent'

/** What is wrong with a field; lengths count letters, or things where there are several. */
export type Wrong =
  | { is: 'missing' }
  | { is: 'misshapen'; shape?: FieldKind }
  | { is: 'not-offered' }
  | { is: 'not-whole' }
  | { is: 'too-short'; limit: number }
  | { is: 'other-length'; limit: number }
  | { is: 'too-few'; limit: number }
  | { is: 'too-small'; limit: number }
  | { is: 'too-large'; limit: number }
  | { is: 'too-long'; limit: number; actual: number }
  | { is: 'too-many'; limit: number; actual: number }

const CHOSEN: ReadonlySet<FieldKind> = new Set(['choice', 'choices', 'region', 'day'])

function missing(kind: FieldKind, label: string): string {
  if (kind === 'consent') return '请读过以后，在这里打个勾。'
  if (kind === 'files') return `请添加${label}。`
  return CHOSEN.has(kind) ? `请选择${label}。` : `请填写${label}。`
}

const SHAPES: Partial<Record<FieldKind, string>> = {
  phone: '手机号是 11 位数字，请再对一下。',
  mail: '邮箱像 name@example.cn 这样写，请再对一下。',
  identity: '身份证号是 18 位，最后一位可以是 X，请再对一下。',
  code: '这个邀请码没有对上，请照着收到的再输一次。',
  link: '网址以 https:// 开头，请再对一下。',
  day: '请选一个日子。',
  number: '这里只用填数字。',
}

const OTHER_LENGTH: ReadonlySet<FieldKind> = new Set(['phone', 'identity', 'code'])
const NUMBERED: ReadonlySet<FieldKind> = new Set(['phone', 'identity', 'code', 'number'])

const letters = (kind: FieldKind, limit: number): string => (NUMBERED.has(kind) ? `${limit} 位` : `${limit} 个字`)
const things = (kind: FieldKind, limit: number): string => (kind === 'files' ? `${limit} 个` : `${limit} 项`)
const verb = (kind: FieldKind): string => (kind === 'files' ? '放' : '选')

const misshapen = (kind: FieldKind, label: string): string => SHAPES[kind] ?? `${label}的写法请再对一下。`

type Sentence<Is extends Wrong['is']> = (wrong: Extract<Wrong, { is: Is }>, kind: FieldKind, label: string) => string

const SENTENCES: { readonly [Is in Wrong['is']]: Sentence<Is> } = {
  missing: (_, kind, label) => missing(kind, label),
  misshapen: ({ shape }, kind, label) => misshapen(shape ?? kind, label),
  'not-offered': (_, kind, label) => (kind === 'consent' ? missing(kind, label) : `请在给出的里面选一个${label}。`),
  'not-whole': (_, _kind, label) => `${label}请填整数。`,
  'too-short': ({ limit }, kind, label) =>
    OTHER_LENGTH.has(kind) ? misshapen(kind, label) : `${label}再多写一点，至少 ${letters(kind, limit)}。`,
  'too-long': ({ limit, actual }, kind, label) =>
    OTHER_LENGTH.has(kind)
      ? misshapen(kind, label)
      : `${label}最多 ${letters(kind, limit)}，请删去 ${actual - limit} 个。`,
  'other-length': ({ limit }, kind, label) => `${label}是 ${letters(kind, limit)}，请再对一下。`,
  'too-few': ({ limit }, kind, label) => `${label}请至少${verb(kind)} ${things(kind, limit)}。`,
  'too-many': ({ limit, actual }, kind, label) =>
    `${label}最多${verb(kind)} ${things(kind, limit)}，请去掉 ${things(kind, actual - limit)}。`,
  'too-small': ({ limit }, _kind, label) => `${label}最小是 ${limit}。`,
  'too-large': ({ limit }, _kind, label) => `${label}最大是 ${limit}。`,
}

/** One sentence for one field: what to do, with the limit in it. */
export function wrongWords<Is extends Wrong['is']>(
  wrong: Extract<Wrong, { is: Is }> & { is: Is },
  kind: FieldKind,
  label: string,
): string {
  return SENTENCES[wrong.is](wrong, kind, label)
}

/** Where valibot complains about the whole form and no field of it. */
export const WHOLE_FORM_WRONG = '填写的内容前后有一处对不上，请再看一遍。'

/** Fixed words of the fields. */
export const fieldWords = {
  required: '必填',
  clear: '清空',
  close: '关闭',
  choose: '请选择',
  search: '搜索',
  searchIn: '输入几个字找一找',
  nothingFound: '没有找到，换几个字试试。',
  back: '返回上一步',
  reason: '原因',
  notYet: '再想想',
  on: '开',
  off: '关',
  add: '添加',
  remove: '移除',
  retry: '重传',
  forward: '前移',
  backward: '后移',
  history: '最近找过',
  forget: '清空记录',
}

/** `已写 12 字，最多 50 字`, for the ear; the eye sees `12 / 50`. */
export const countLabel = (count: number, limit: number): string => `已写 ${count} 字，最多 ${limit} 字`
export const chosenCount = (count: number, limit: number): string => `已选 ${count} / ${limit}`
export const limitReached = (limit: number): string => `最多选 ${limit} 项，想换的话先取消一项。`
export const moreFound = (count: number): string => `还有 ${count} 个没有列出，多输几个字就能找到。`
export const filesCount = (count: number, limit: number): string => `${count} / ${limit} 个`

/** `2026 年 11 月 23 日` */
export const dayText = (day: Day): string => beijing(startOfDay(day)).format('YYYY 年 M 月 D 日')

/** What a sending file is doing, in two or three words. */
export const FILE_STATES = { waiting: '等待上传', sending: '正在上传', done: '已上传', failed: '没有传上' } as const
export type FileState = keyof typeof FILE_STATES

export const percent = (share: number): string => `${Math.floor(100 * Math.min(1, Math.max(0, share)))}%`

/** Where a draft stands. */
export const draftWords = {
  saving: '正在保存…',
  failed: '还没有存上，内容还在这一页里。',
  retry: '再存一次',
}
export const savedText = (at: Instant): string => `已存在这部手机上 · ${beijing(at).format('HH:mm')}`

/** What stands beside something that takes a while. */
export const operationWords = {
  mayLeave: '可以离开这一页，它会接着做；回来时这里能看到进度。',
  stay: '请先不要离开这一页。',
  stop: '停下来',
  retry: '再试一次',
  done: '完成了',
  stopped: '已停下，做好的部分都留着。',
  failed: '没有做完，做好的部分都留着。',
}
