export interface SeededLiaison {
  name: string
  duty: string
  phone: string
  mail: string
  /** Day of Beijing. */
  day: string
  late: boolean
}

export interface SeededUnit {
  id: string
  name: string
  kind: string
  region: string
  state: 'applied' | 'confirmed' | 'closed'
  /** Why it was closed; empty otherwise. */
  reason: string
  /** Names of its people. The first is the officer or, of a unit that waits, who applied. */
  people: readonly string[]
  /** Of the demo year. */
  liaison: SeededLiaison | null
}

const SHUOZHOU = '140600'
const TAIYUAN = '140100'

const confirmed = { state: 'confirmed', reason: '', liaison: null } as const

/** Units of Shanxi: six take part, two of which have named their liaison officer; one waits, one is closed. */
export const units2026: readonly SeededUnit[] = [
  {
    ...confirmed,
    id: 'demo-monitoring-shuozhou',
    name: '朔州市生态环境监测站',
    kind: 'provincial-department',
    region: SHUOZHOU,
    people: ['孙站长', '吴工', '小何', '白老师'],
    liaison: {
      name: '吴海燕',
      duty: '综合室主任',
      phone: '0349-2021234',
      mail: 'wu@example.cn',
      day: '2026-06-10',
      late: true,
    },
  },
  {
    ...confirmed,
    id: 'demo-wetland-shuozhou',
    name: '桑干河湿地公园管理中心',
    kind: 'protected-area',
    region: SHUOZHOU,
    people: ['老秦', '小苗'],
    liaison: {
      name: '秦志远',
      duty: '科普宣教科科长',
      phone: '13812340666',
      mail: 'qin@example.cn',
      day: '2026-05-20',
      late: false,
    },
  },
  {
    ...confirmed,
    id: 'demo-school-shuozhou',
    name: '朔州市第二中学',
    kind: 'school',
    region: SHUOZHOU,
    people: ['贺老师'],
  },
  {
    ...confirmed,
    id: 'demo-museum-taiyuan',
    name: '太原环境科普馆',
    kind: 'museum-media',
    region: TAIYUAN,
    people: ['冯馆长'],
  },
  {
    ...confirmed,
    id: 'demo-society-datong',
    name: '大同市环境科学学会',
    kind: 'society',
    region: '140200',
    people: ['段秘书'],
  },
  {
    ...confirmed,
    id: 'demo-base-jinzhong',
    name: '晋中环保教育基地',
    kind: 'science-base',
    region: '140700',
    people: ['郝主任'],
  },
  {
    id: 'demo-volunteers-shuozhou',
    name: '七里河志愿者协会',
    kind: 'society',
    region: SHUOZHOU,
    state: 'applied',
    reason: '',
    people: ['小葛'],
    liaison: null,
  },
  {
    id: 'demo-company-taiyuan',
    name: '清源环保科技公司',
    kind: 'company',
    region: TAIYUAN,
    state: 'closed',
    people: [],
    reason: '公司已经注销。',
    liaison: null,
  },
]
