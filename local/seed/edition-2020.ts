/**
 * The first year, as an archive: names, themes and closing days are those of its notice. Its opening days are not
 * known here, so every activity opens with May and says that the notice decides.
 */
const opensAt = Date.parse('2020-05-01T00:00:00+08:00')

/** The end of a Beijing day. */
const endOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) + 24 * 60 * 60 * 1000

interface Past {
  kind: string
  name: string
  theme?: string
  audience: string
  last: string
}

const past = ({ kind, name, theme = '', audience, last }: Past) => ({
  kind,
  name,
  theme,
  audience,
  summary: '开始日期以原通知为准',
  steps: ['2020年的活动已经结束，参加方式以原通知为准'],
  requirements: ['要求以原通知为准'],
  contact: 'hbkp365@163.com',
  attachments: [],
  changed: null,
  opensAt,
  closesAt: endOf(last),
})

export const edition2020 = {
  _id: '2020',
  year: 2020,
  title: '生态环境云科普',
  theme: '',
  state: 'archived',
  version: 1,
  changedWith: '',
  activities: [
    { kind: 'quiz', name: '生态环境科学知识云竞答', audience: '公众', last: '2020-06-30' },
    {
      kind: 'biodiversity-works',
      name: '城市生物多样性主题作品云征集',
      theme: '寻找城市守望者——城市生物多样性保护',
      audience: '学生和公众',
      last: '2020-09-22',
    },
    {
      kind: 'award-works',
      name: '优秀生态环境科普作品云征集',
      audience: '单位、个人和提名专家',
      last: '2020-06-30',
    },
    {
      kind: 'explainers',
      name: '优秀生态环境讲解员云选拔',
      theme: '守护绿水青山，共建美好家园',
      audience: '科研人员、讲解员和志愿者',
      last: '2020-07-31',
    },
    { kind: 'showcase', name: '生态环境科普云展播', audience: '单位提供资源，公众观看', last: '2020-10-31' },
    { kind: 'experts', name: '生态环境科普专家云征集', audience: '各地专家', last: '2020-08-31' },
    {
      kind: 'student-action',
      name: '大学生在行动',
      theme: '保护生物多样性，实现人与自然和谐共生',
      audience: '高校',
      last: '2020-10-31',
    },
    { kind: 'training', name: '生态环境科普能力提升专题培训', audience: '国家科普基地的工作人员', last: '2020-11-30' },
    { kind: 'open-days', name: '科研设施公众开放活动', audience: '公众', last: '2020-10-31' },
  ].map(past),
}
