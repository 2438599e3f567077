/** The demo year. Its windows follow the pattern of the founding notice of 2020; its texts are this project's own. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** From the first moment of one Beijing day to the last of another. */
const window = (first: string, last: string) => ({
  opensAt: midnight(first),
  closesAt: midnight(last) + 24 * 60 * 60 * 1000,
})

const contact = 'hbkp365@163.com'

const monitoring = { id: 'demo-monitoring-shuozhou', name: '朔州市生态环境监测站' }
const museum = { id: 'demo-museum-taiyuan', name: '太原环境科普馆' }

const site = { name: '中国环保科普资源网', url: 'https://hbkp365.com/' }

/** What every activity has until somebody changes it. */
const fresh = { attachments: [], unit: null, changed: null }

export const edition2026 = {
  _id: '2026',
  year: 2026,
  title: '生态环境云科普',
  theme: '人与自然和谐共生',
  state: 'published',
  version: 1,
  changedWith: '',
  activities: [
    {
      kind: 'quiz',
      name: '生态环境科学知识云竞答',
      summary: '大气、水、垃圾分类、生物多样性、疫情防控',
      theme: '',
      audience: '所有人，不限年龄和职业',
      steps: ['在“竞答”页点“开始竞答”', '在限定时间里答完一份卷子，每天可以答三次', '交卷后当场看成绩、解析和出处'],
      requirements: ['一人一天最多三份卷子', '一份卷子限时五分钟，到时自动交卷', '成绩以服务器记录为准'],
      contact,
      ...fresh,
      ...window('2026-08-15', '2026-11-30'),
    },
    {
      kind: 'biodiversity-works',
      name: '寻找城市守望者',
      summary: '摄影、视频、绘画、自然笔记',
      theme: '寻找城市守望者——城市生物多样性保护',
      audience: '学生和公众',
      steps: [
        '拍下或画下你所在城市里的野生动植物',
        '写明时间、地点和观察到的事',
        '把原件和说明发到联系邮箱，注明作品类别',
      ],
      requirements: [
        '作品须为本人原创，此前没有在同类活动中获奖',
        '写明拍摄或创作的时间、地点',
        '不打扰野生动植物，不公布珍稀物种的确切位置',
        '未满十四周岁由监护人同意后投稿',
      ],
      contact,
      ...fresh,
      ...window('2026-05-22', '2026-09-22'),
    },
    {
      kind: 'award-works',
      name: '优秀生态环境科普作品',
      summary: '图书与音像制品提名',
      theme: '',
      audience: '单位、个人和提名专家',
      steps: ['确认作品已公开出版或发布', '由单位或专家提名', '评审结果先公示，再推荐给公众'],
      requirements: ['作品已公开出版或发布', '著作权清楚，没有争议', '提名单位或专家写明推荐理由'],
      contact,
      ...fresh,
      ...window('2026-03-01', '2026-06-30'),
    },
    {
      kind: 'explainers',
      name: '我是生态环境讲解员',
      summary: '讲解视频选拔与公众投票',
      theme: '守护绿水青山，共建美好家园',
      audience: '科研人员、讲解员和志愿者',
      steps: ['准备一段四分钟以内的讲解视频', '说明讲解主题和所在单位', '视频与报名信息一起发到联系邮箱'],
      requirements: ['讲解视频不超过四分钟，本人出镜', '内容科学准确，引用数据写明出处', '每人限报一个作品'],
      contact,
      ...fresh,
      changed: {
        at: Date.parse('2026-09-01T09:00:00+08:00'),
        reason: '不少单位反映暑期组队来不及，报名延长十天',
        before: window('2026-06-05', '2026-09-10'),
      },
      ...window('2026-06-05', '2026-09-20'),
    },
    {
      kind: 'showcase',
      name: '生态环境科普云展播',
      summary: '动漫、游戏、实验、讲座、虚拟展馆',
      theme: '',
      audience: '单位提供资源，公众观看',
      steps: ['单位把可以公开的科普资源和授权说明发来', '主办方审看', '通过的资源分批展播'],
      requirements: ['资源来自本单位或已取得授权', '注明适合的人群和时长', '图像清楚，字幕没有错字'],
      contact,
      ...fresh,
      unit: museum,
      attachments: [site],
      ...window('2026-06-05', '2026-10-31'),
    },
    {
      kind: 'experts',
      name: '生态环境科普专家',
      summary: '专家库征集',
      theme: '',
      audience: '各地从事科学研究和科普工作的专家',
      steps: ['填写研究方向和科普经历', '由所在单位推荐', '入库后参与答疑、创作与评审'],
      requirements: ['有相关专业的副高级以上职称或同等水平', '近三年参加过科普工作', '由所在单位推荐'],
      contact,
      ...fresh,
      ...window('2026-05-01', '2026-08-31'),
    },
    {
      kind: 'student-action',
      name: '大学生在行动',
      summary: '进校园、进社区、进农村',
      theme: '保护生物多样性，实现人与自然和谐共生',
      audience: '高校学生志愿者团队',
      steps: ['在学校组队，定好带队老师', '到学校、社区和乡村开展科普', '调研小分队交一份调研报告'],
      requirements: [
        '每队五人以上，有一名带队老师',
        '外出前办好保险，写明安全预案',
        '调研报告不少于三千字，数据写明来源',
      ],
      contact,
      ...fresh,
      ...window('2026-06-01', '2026-10-31'),
    },
    {
      kind: 'training',
      name: '科普能力提升培训',
      summary: '面向国家科普基地的四期专题',
      theme: '',
      audience: '科普场馆、自然保护地、科研院所和企业类基地的工作人员',
      steps: ['按基地类型选择期次', '由基地统一报名', '结业后领取证明'],
      requirements: ['每个基地每期限报三人', '全程参加才发结业证明'],
      contact,
      ...fresh,
      unit: museum,
      ...window('2026-10-12', '2026-11-30'),
    },
    {
      kind: 'open-days',
      name: '科研设施开放日',
      summary: '参观、展览、讲座和实验',
      theme: '',
      audience: '公众，未成年人由家长或老师陪同',
      steps: ['看看身边哪些设施开放', '按设施公布的方式预约', '带好身份证件，按时到场'],
      requirements: ['参观前先预约，按约定时间到场', '十四周岁以下由成年人陪同', '听从现场安全提示'],
      contact,
      ...fresh,
      unit: monitoring,
      ...window('2026-05-15', '2026-10-31'),
    },
  ],
}

export const round2026 = {
  _id: '2026-main',
  title: '秋季云竞答',
  state: 'published',
  ...window('2026-08-15', '2026-11-30'),
  minutes: 5,
  attemptsPerDay: 3,
  blueprint: ['air', 'water', 'waste', 'biodiversity', 'epidemic'].map(category => ({ category, count: 2 })),
  bank: 'contest',
  certificates: [
    { from: 60, name: '答题达标证书' },
    { from: 80, name: '优秀答题证书' },
    { from: 100, name: '满分答题证书' },
  ],
  minPlayers: 5,
  version: 1,
}

/** A Friday evening on which a good part of the year is open; the new code, on which most questions rest, is in force. */
export const demoMoment = Date.parse('2026-09-18T19:30:00+08:00')
