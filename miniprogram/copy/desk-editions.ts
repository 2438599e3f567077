import type { EditionState } from '../contract/editions'

export const deskEditionWords = {
  title: '年度活动',
  years: '哪一年',
  activities: '活动',
  tapToEdit: '点一项修改',
  onlyRead: '过去的年度只能看',
  absent: '还没有建。',
  absentOnly: '还没有建，由管理员来建。',
  publish: '发布这一年',
  publishTitle: '发布这一年？',
  publishText: '发布后大家看到的就是这一年，现在的年度归档，归档后不能再改。',
  openTitle: '建立下一年的草稿？',
  openYes: '建立草稿',
  openText: '活动和要求照着今年的来，时间挪到明年的同一天。发布之前只有组织者看得到。',
  cancel: '再想想',
  published: '已发布，大家一分钟内就能看到。',
  opened: '草稿建好了，改好时间再发布。',
  meanwhile: '刚才已经有人办过了，下面是现在的情况。',
  changed: '改过时间',
}

export const EDITION_TAGS: Record<EditionState, { text: string; tone: string }> = {
  draft: { text: '草稿', tone: 'soon' },
  published: { text: '正在用', tone: 'right' },
  archived: { text: '已归档', tone: 'over' },
}

export const yearText = (year: number): string => `${year} 年`
export const openYearText = (year: number): string => `建立 ${year} 年草稿`

export const editWords = {
  when: '时间',
  what: '内容',
  name: '名称',
  summary: '一句话介绍',
  theme: '主题',
  audience: '谁能参加',
  unit: '承办单位',
  unitHint: '可以不填；大家能按单位筛选日程。',
  steps: '怎么参加',
  requirements: '作品要求',
  contact: '联系方式',
  attachments: '附件',
  opensAt: '开始的日子',
  closesAt: '最后一天',
  reason: '改时间的原因',
  linesHint: '一行一条，最多 12 条。',
  attachmentsHint: '一行一个：名称、空格、https:// 开头的网址，最多 8 个。',
  closesHint: '这一天结束时截止，都按北京时间。',
  reasonHint: '大家会在活动页看到原来的时间和这句话。',
  attachmentsWrong: '每行写名称、空格和 https:// 开头的网址，最多 8 个。',
  closesWrong: '最后一天要在开始之后。',
  reasonWrong: '改了时间，要写明原因，至少两个字。',
  save: '保存',
  saved: '已保存，大家一分钟内就能看到。',
  savedDraft: '已保存到草稿。',
  archived: '过去的年度只能看，不能改。',
  missing: '没有找到这项活动。',
  back: '回年度活动',
  discard: '不要这些改动',
  kept: '上次没存完的改动还在，接着改就行。',
}

/** What somebody else changed while this was being written. */
export const changedByOther = (labels: readonly string[]): string =>
  labels.length === 0
    ? '刚才有人改了别的活动，这里没有变。你写的都还在，再存一次就行。'
    : `刚才有人改了${labels.join('、')}。你写的都还在，没动过的地方已换成新的，看过再存一次。`
