import { regionName } from '../../miniprogram/contract/region-names'
import { beijing, type Instant } from '../../miniprogram/contract/time'
import type { UnitKind } from '../../miniprogram/contract/unit-kinds'
import type { Sheet } from '../platform/workbook'
import type { StoredLiaison } from './repository/liaisons'
import type { StoredUnit } from './repository/units'
import { liaisonDue } from './rules'

// The only words of this function that people read: in the workbook and in the reminder.

const KINDS: Record<UnitKind, string> = {
  'ministry-department': '部机关、派出机构和直属单位',
  'provincial-department': '省级生态环境厅（局）及所属单位',
  'science-base': '国家生态环境科普基地',
  laboratory: '重点实验室、工程技术中心和科研院所',
  university: '高等院校',
  society: '学会、协会',
  school: '中小学校',
  'protected-area': '自然保护地和湿地公园',
  'museum-media': '博物馆、科技馆和媒体',
  company: '热心公益的企事业单位',
}

export interface NamedUnit {
  unit: StoredUnit
  liaison: StoredLiaison
}

export const EXPORT_SHEET = '科普工作联络员'

export const EXPORT_HEAD = ['地区', '单位', '类别', '联络员', '职务', '电话', '邮箱', '登记时间', '是否逾期'] as const

const minute = (at: Instant): string => beijing(at).format('YYYY-MM-DD HH:mm')

export const exportRow = ({ unit, liaison }: NamedUnit): string[] => [
  regionName(unit.region),
  unit.name,
  KINDS[unit.kind],
  liaison.name,
  liaison.duty,
  liaison.phone,
  liaison.mail,
  minute(liaison.namedAt),
  liaison.late ? '逾期' : '按时',
]

/** Characters of a `thing` of a template. */
const THING = 20

const short = (text: string): string => Array.from(text).slice(0, THING).join('')

/** Fields of the deployment's template: the unit, what is to be done, and by when. */
export const reminderData = (unit: Pick<StoredUnit, 'name'>, year: number): Record<string, string> => ({
  thing1: short(unit.name),
  thing2: '请登记本年度科普工作联络员',
  time3: beijing(liaisonDue(year)).format('YYYY年M月D日'),
})

/** What a person is shown of their own membership. */
export const membershipSheet = ({
  unit,
  joinedAt,
  isOfficer,
}: {
  unit: StoredUnit
  joinedAt: Instant
  isOfficer: boolean
}): Sheet => ({
  name: '所属单位',
  head: ['单位', '地区', '身份', '加入时间'],
  rows: [[unit.name, regionName(unit.region), isOfficer ? '负责人' : '成员', minute(joinedAt)]],
})
