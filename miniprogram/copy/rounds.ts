import type { OrganisedRound, PreviewedPaper } from '../contract/rounds'
import { beijing, dayOf, type Instant, startOfDay, type Window } from '../contract/time'
import { windowText } from './moments'
import { CATEGORY_NAMES } from './quiz'

export const roundsWords = {
  title: '竞答轮次',
  note: '什么时候答、答多久、抽哪些题。',
  add: '新建一轮',
  empty: '还没有轮次，新建一轮开始吧。',
  untitled: '云竞答',
}

export const roundWords = {
  newTitle: '新建一轮',
  running: '已经开放，或者马上开放：题目数量、时间和次数不能再改；起止时间可以改，要写原因。',
  when: '时间',
  title: '名称',
  titleHint: '一年只有一轮时可以留空。',
  opensAt: '第一天',
  closesAt: '最后一天',
  closesHint: '到这一天的 24 点为止。',
  reason: '改时间的原因',
  rules: '规则',
  minutes: '每次几分钟',
  attemptsPerDay: '每人每天几次',
  minPlayers: '几人以上才参加单位排名',
  mix: '每类几题',
  mixHint: '不出的类别留空或填 0。',
  certificates: '证书',
  certificatesHint: '一行一种：最低分和名称，例如“60 合格”，分数从低到高。',
  certificatesWrong: '每行写一个分数和一个名称，分数从低到高，最多五行。',
  mixWrong: '请至少写一类，每类 1 到 30 题。',
  save: '保存',
  saved: '已保存',
  preview: '抽一份卷子看看',
  previewTitle: '试抽的卷子',
  another: '再抽一份',
  enough: '题库够用。',
  publish: '发布',
  publishTitle: '发布这一轮？',
  publishText: '到时间自动开放，首页会显示。',
  published: '已发布',
  close: '提前结束',
  closeTitle: '提前结束这一轮？',
  closeText: '现在就停止开始新的作答；正在作答的人可以答完。写明原因，会留下记录。',
  closePlaceholder: '例如：题目有误，另行安排',
  closed: '已结束',
  cancel: '再想想',
  back: '返回',
  saveFirst: '先保存，再发布。',
}

const PHASES = { upcoming: '未开始', open: '进行中', closed: '已结束' } as const
const TONES = { upcoming: 'soon', open: 'topic', closed: 'over' } as const

export const roundTag = ({ state, phase }: Pick<OrganisedRound, 'state' | 'phase'>): { badge: string; tone: string } =>
  state === 'draft' ? { badge: '草稿', tone: 'calm' } : { badge: PHASES[phase], tone: TONES[phase] }

const moment = (at: Instant): string => beijing(at).format('M 月 D 日 HH:mm')

const isMidnight = (at: Instant): boolean => at === startOfDay(dayOf(at))

/** Whole days need no hours, and the last one is the day that ends, not the one that begins then. */
const windowLine = ({ opensAt, closesAt }: Window): string =>
  isMidnight(opensAt) && isMidnight(closesAt)
    ? windowText({ opensAt, closesAt })
    : `${moment(opensAt)} — ${moment(closesAt)}`

export const roundLine = ({ mix, minutes, ...window }: Window & Pick<OrganisedRound, 'mix' | 'minutes'>): string =>
  `${windowLine(window)} · ${mix.reduce((sum, { count }) => sum + count, 0)} 题 ${minutes} 分钟`

/** Where the bank is too small; empty where it is not. */
export const shortText = ({ supply }: PreviewedPaper): string =>
  supply
    .filter(({ wanted, there }) => there < wanted)
    .map(({ category, wanted, there }) => `${CATEGORY_NAMES[category]}要 ${wanted} 题，能用的只有 ${there} 题`)
    .join('；')
