import type { BankQuestion, QuestionRow, QuestionVersion } from '../contract/bank-questions'
import { beijing } from '../contract/time'
import { ITEM_FLAG_NAMES } from './item-statistics'
import { CATEGORY_NAMES } from './quiz'

/** The organisers' list of questions. */
export const bankWords = {
  title: '题库',
  note: '只有部级组织者能看到；竞赛题的答案一直封存。',
  search: '题干里的字，或题号',
  onward: '继续查找',
  bank: '题库',
  state: '状态',
  category: '类别',
  add: '新写一题',
  files: '导入导出',
  import: '从文件导入',
  importNote: '表格、GIFT、Moodle XML、QTI 2.1',
  template: '下载表格模板',
  templateNote: '每列可以填什么，第二张表里写着',
  exportTitle: '导出这里列出的题库和类别',
  exportNote: '含答案和解析，请妥善保管；每次导出都有记录。',
  ready: '文件做好了',
  readyText: '发到聊天里，就能在电脑上打开。链接十分钟后失效。',
  open: '打开看看',
  send: '发到聊天',
  cannotSend: '这个微信版本不能转发文件，请升级微信后再试。',
  empty: '这里还没有题。',
  nothing: '没有找到符合的题，换个条件试试。',
  noneFlagged: '统计还没有提示要看的题。',
}

export const BANK_OPTIONS = [
  { value: 'contest', text: '竞赛' },
  { value: 'practice', text: '练习' },
  { value: 'retired', text: '停用' },
] as const

export const STATE_OPTIONS = [
  { value: 'all', text: '全部' },
  { value: 'unverified', text: '待核' },
  { value: 'expiring', text: '将到期' },
  { value: 'flagged', text: '统计提示' },
] as const

export const ALL_CATEGORIES = '全部类别'

const KIND_SHORT = { single: '单选', multiple: '多选', 'true-false': '判断' } as const

export const FORMAT_OPTIONS = [
  { value: 'xlsx', title: '表格（xlsx）', note: '用电子表格改，再导回来' },
  { value: 'gift', title: 'GIFT', note: '纯文本，Moodle 等平台通用' },
  { value: 'moodle-xml', title: 'Moodle XML', note: 'Moodle 题库导入用' },
  { value: 'qti', title: 'QTI 2.1', note: '多数考试系统都认' },
] as const

/** `air-12 · 大气环境 · 单选`, and what statistics warn of */
export const questionLine = ({ id, category, kind, flags }: QuestionRow): string =>
  [id, CATEGORY_NAMES[category], KIND_SHORT[kind], ...flags.map(flag => ITEM_FLAG_NAMES[flag])].join(' · ')

const SHORT = 36

/** Enough of a stem to know it by, on two or three lines. */
export const shortStem = (stem: string): string => {
  const letters = Array.from(stem.replace(/\s+/g, ' '))
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : letters.join('')
}

/** What is to be known of a question at once. */
export function questionBadge({ retired, incomplete, verified }: QuestionRow): { badge: string; tone: string } {
  if (incomplete) return { badge: '待补', tone: 'soon' }
  if (retired) return { badge: '停用', tone: 'over' }
  return verified ? { badge: '', tone: 'calm' } : { badge: '待核', tone: 'soon' }
}

/** One question on the desk. */
export const questionWords = {
  preview: '答题的人看到的',
  key: '正确',
  why: '解析',
  trap: '容易错在',
  facts: '出处与状态',
  source: '出处',
  url: '网址',
  base: '事实依据',
  evidence: '证据等级',
  difficulty: '难度',
  valid: '有效期',
  verified: '核对',
  unverified: '还没有人核对',
  statistics: '答题统计',
  choices: '各选项被选的次数',
  history: '版本',
  edit: '修改',
  more: '更多',
  verify: '核对无误',
  verifyNote: '已经对照出处看过题干、答案和解析',
  verifyOwn: '最后一版是你写的，请另一位组织者核对',
  retire: '停用',
  retireNote: '不再出现在卷子和练习里，可以恢复',
  restore: '恢复使用',
  restoreNote: '回到停用以前的题库',
  move: '公开为练习题',
  moveNote: '公开以后不能再放回竞赛题库',
  moveTitle: '公开为练习题？',
  moveText: '练习题人人可见，公开以后不能再放回竞赛题库。',
  retireTitle: '停用这道题？',
  retireText: '正在作答的人不受影响。写明原因，会留下记录。',
  retirePlaceholder: '例如：标准已修订',
  cancel: '再想想',
  verifiedToast: '已记下你的核对',
  retiredToast: '已停用',
  restoredToast: '已恢复使用',
  movedToast: '已公开为练习题',
  incomplete: '出处或解析还没有补全，补全以后才能核对和使用。',
}

export const questionTag = ({ bank, retired }: BankQuestion): { tag: string; tone: string } => {
  if (retired) return { tag: '停用', tone: 'over' }
  return bank === 'contest' ? { tag: '竞赛题', tone: 'topic' } : { tag: '练习题', tone: 'calm' }
}

export const validText = (from: string, to: string | null): string => (to === null ? `${from} 起` : `${from} 至 ${to}`)

export const verifiedText = ({ verifiedBy, verifiedAt }: Pick<BankQuestion, 'verifiedBy' | 'verifiedAt'>): string =>
  verifiedAt === null ? questionWords.unverified : [verifiedBy, verifiedAt].filter(text => text !== '').join(' · ')

/** `第 2 版 · 9 月 18 日 19:30 · 张三` */
export const versionText = ({ version, at, by }: QuestionVersion): string =>
  [`第 ${version} 版`, at === null ? '随题库装入' : beijing(at).format('YYYY 年 M 月 D 日 HH:mm'), by]
    .filter(text => text !== '')
    .join(' · ')

export const difficultyText = (difficulty: number): string => `${difficulty} / 5`
