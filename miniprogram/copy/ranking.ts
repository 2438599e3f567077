import { regionName } from '../contract/region-names'
import type { GroupPlace, OwnPlace, PersonPlace, Ranking } from '../contract/standings'
import { beijing, type Instant } from '../contract/time'
import { durationText } from './moments'

export const RANKING_TABS = [
  { value: 'people', text: '个人' },
  { value: 'units', text: '单位' },
  { value: 'cities', text: '城市' },
  { value: 'provinces', text: '省份' },
] as const

export type RankingTab = (typeof RANKING_TABS)[number]['value']

export const rankingWords = {
  title: '排行榜',
  tabs: '看哪一张榜',
  options: RANKING_TABS,
  points: '分',
  rule: '怎么排名',
  show: '榜上显示我的昵称',
  showHint: '只显示昵称、省份、成绩和用时。关着的时候显示“一位答题者”。改动一分钟内生效。',
  child: '为了保护你，未满 14 岁的同学在榜上都显示为“一位答题者”，名次和成绩照样算数。',
  lists: { people: '前 100 名', units: '单位榜', cities: '城市榜', provinces: '省份榜' },
  none: '还没有人上榜。交卷后一两分钟，名次就会出现在这里。',
  noneGroups: '还没有上榜的。参加的人够多了，这里就会有名次。',
  closed: '现在没有开放的竞答，还没有可以看的排名。',
  play: '去竞答',
}

const ANONYMOUS = '一位答题者'

/** `截至 9 月 18 日 19:35 · 1234 人参加` */
export const asOfText = ({ asOf, players }: { asOf: Instant | null; players: number }): string =>
  asOf === null ? '' : `截至 ${beijing(asOf).format('M 月 D 日 HH:mm')} · ${players} 人参加`

/** `第 12 名`; where it is not known exactly, between which two. */
const placeText = ({ from, to }: Pick<OwnPlace, 'from' | 'to'>): string =>
  from === to ? `第 ${from} 名` : `第 ${from}～${to} 名`

const ownLine = ({ score, seconds, attempts }: OwnPlace): string =>
  `最好成绩 ${score} 分，用时 ${durationText(seconds)}，共 ${attempts} 次`

/** What stands above a list about oneself: where one is, or why one is not there. */
export interface OwnCard {
  title: string
  line: string
}

const personCard = (own: OwnPlace | null): OwnCard =>
  own === null
    ? { title: '还没有名次', line: '交卷后一两分钟，就能看到名次。' }
    : { title: placeText(own), line: own.from === own.to ? ownLine(own) : `${ownLine(own)}。同分按 10 秒一档估算` }

/** How a group is called where one belongs to it, and where one does not. */
const GROUP_NAMES: Record<Exclude<RankingTab, 'people'>, { own: string; missing: string }> = {
  units: { own: '我的单位', missing: '还没有加入单位。加入以后，再答一次就会计入。' },
  cities: { own: '我的城市', missing: '资料里还没有城市。填上以后，再答一次就会计入。' },
  provinces: { own: '我的省份', missing: '资料里还没有地区。填上以后，再答一次就会计入。' },
}

const regionOfOwn = (own: OwnPlace | null): string | null => own?.region ?? null

function groupCard(tab: Exclude<RankingTab, 'people'>, ranking: Ranking): OwnCard {
  const { own: name, missing } = GROUP_NAMES[tab]
  const row = ranking[tab].find(group => group.own)
  if (row) return { title: `${name}第 ${row.place} 名`, line: `${row.name}，${groupLine(row)}，得 ${row.mean} 分` }
  const belongs = (tab === 'units' ? (ranking.own?.unit ?? null) : regionOfOwn(ranking.own)) !== null
  return {
    title: `${name}未上榜`,
    line: belongs ? `满 ${ranking.minPlayers} 人参加才排名，榜上只列前 50 名。` : missing,
  }
}

export const ownCard = (tab: RankingTab, ranking: Ranking): OwnCard =>
  tab === 'people' ? personCard(ranking.own) : groupCard(tab, ranking)

/** `山西省 · 1 分 12 秒` */
export const personLine = ({ region, seconds }: PersonPlace): string =>
  [region === null ? '' : regionName(region), durationText(seconds)].filter(Boolean).join(' · ')

export const personName = ({ name }: PersonPlace): string => name || ANONYMOUS

export const groupLine = ({ players }: Pick<GroupPlace, 'players'>): string => `${players} 人参加`

/** The whole rule, a sentence a line. */
export const ruleLines = (minPlayers: number): string[] => [
  '个人看最好的一次：分高的在前，同分看用时，都一样就并列。',
  `单位和地区看人均最好成绩，满 ${minPlayers} 人才排名；先掺入 10 份全体平均分再算，人越少越靠近平均。`,
  '每人只算最好的一次，答得多、分享都不加分。',
  '100 名以后按 10 秒一档估算，真实名次一定在给出的范围里。',
  '每分钟更新；单位和地区以最近一次计入时的资料为准。',
]
