/** The demo year's notices: one of the country passed on by Shanxi and then by Shuozhou, and some of each level's own. */
const at = (moment: string): number => Date.parse(`${moment}+08:00`)

interface Words {
  id: string
  region: string
  title: string
  text: string
  at: number
}

const INSTANT_DIGITS = 15

const notice = ({ id, ...words }: Words, forwards: Words | null = null, withdrawn = '') => ({
  _id: id,
  ...words,
  forwards,
  state: 'shown',
  withdrawn,
  moment: `${String(words.at).padStart(INSTANT_DIGITS, '0')}:${id}`,
  forwarded: 0,
  changedWith: '',
})

const launch: Words = {
  id: 'notice-2026-launch',
  region: '000000',
  title: '2026年生态环境云科普系列活动开始了',
  text: '今年共有九项活动，时间和参加方式见“日程”。各单位请在6月7日前登记科普工作联络员，11月底前报送年度总结和下年度计划。',
  at: at('2026-04-22T10:00:00'),
}

const inShanxi: Words = {
  id: `${launch.id}-140000`,
  region: '140000',
  title: launch.title,
  text: '请各市于5月15日前把通知转到辖区内的学校、场馆和企业。省内作品由省环境宣教机构先行汇总。',
  at: at('2026-04-28T15:30:00'),
}

const inShuozhou: Words = {
  id: `${inShanxi.id}-140600`,
  region: '140600',
  title: launch.title,
  text: '我市各单位的联络员登记由市生态环境局科技科统一核对，有疑问请直接联系。',
  at: at('2026-05-06T09:00:00'),
}

const quiz: Words = {
  id: 'notice-2026-quiz',
  region: '000000',
  title: '云竞答已经开放',
  text: '从8月15日到11月30日，每人每天可以答三份卷子，交卷后马上能看到解析和出处。',
  at: at('2026-08-15T08:00:00'),
}

const explainers: Words = {
  id: 'notice-2026-explainers',
  region: '000000',
  title: '讲解员选拔报名延长到9月20日',
  text: '不少单位反映暑期组队来不及，报名截止时间由9月10日延到9月20日，其他安排不变。',
  at: at('2026-09-01T09:00:00'),
}

const openDay: Words = {
  id: 'notice-2026-shuozhou-wetland',
  region: '140600',
  title: '桑干河湿地周末讲解',
  text: '9月19日、20日上午九点，在湿地公园东门集合，由馆员带大家认识秋季过境的水鸟。请自带饮水，穿平底鞋。',
  at: at('2026-09-16T17:00:00'),
}

const rained: Words = {
  id: 'notice-2026-shuozhou-river',
  region: '140600',
  title: '沿河净滩志愿活动',
  text: '9月12日上午八点，在七里河桥头集合。',
  at: at('2026-09-08T10:00:00'),
}

const passedOn = ({ text, ...words }: Words, below: string): Words => ({ ...words, text: `${text}\n\n${below}` })

export const notices2026 = [
  notice(launch),
  notice(inShanxi, launch),
  notice(inShuozhou, passedOn(inShanxi, launch.text)),
  notice(quiz),
  notice(explainers),
  notice(openDay),
  notice(rained, null, '当天有雷阵雨，活动取消'),
]
