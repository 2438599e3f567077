import type { Category } from '../../miniprogram/contract/questions'

/** How true and false are put where a format knows only the two. */
export const TRUE_FALSE = ['正确', '错误'] as const

/** Begins the second half of an explanation where a format has one text for both. */
export const TRAP = '易错：'

/** Under what names a category is known in files. */
export const CATEGORY_TEXTS: Record<Category, readonly string[]> = {
  law: ['法律与权利', '法律', '法律法规'],
  air: ['大气环境', '大气', '空气'],
  water: ['水环境', '水'],
  waste: ['垃圾分类', '固体废物'],
  biodiversity: ['生物多样性', '生物多样性保护'],
  epidemic: ['疫情防控', '疫情'],
  soil: ['土壤', '土壤环境'],
  noise: ['噪声', '噪声污染'],
  nuclear: ['核与辐射', '辐射', '核安全'],
  climate: ['气候变化', '气候'],
  conduct: ['行为与节日', '行为', '公民行为'],
}

/** The heading of a question's part in a sheet; problems name it so too. Where a sheet has none of these, it says so. */
export const HEADINGS = {
  id: '编号',
  category: '类别',
  kind: '题型',
  stem: '题干',
  'option.1': '选项A',
  'option.2': '选项B',
  'option.3': '选项C',
  'option.4': '选项D',
  'option.5': '选项E',
  'option.6': '选项F',
  key: '答案',
  why: '解析',
  trap: '易错提醒',
  'source.title': '出处',
  'source.clause': '条款',
  'source.url': '网址',
  'source.asOf': '出处截至',
  'source.status': '出处状态',
  facts: '事实依据',
  evidence: '证据等级',
  difficulty: '难度',
  bloom: '认知层次',
  validFrom: '起用日期',
  validTo: '停用日期',
  verifiedBy: '核对人',
  verifiedAt: '核对日期',
  version: '版本',
  'picture.file': '图片',
  'picture.alt': '图片说明',
  'picture.author': '图片作者',
  'picture.licence': '图片许可',
  'option.ids': '选项编号',
} as const

export const KIND_TEXTS = { single: '单选', multiple: '多选', 'true-false': '判断' } as const
export const STATUS_TEXTS = { 'in-force': '现行', history: '历史', local: '地方' } as const
export const BLOOM_TEXTS = { remember: '识记', understand: '理解', apply: '应用' } as const

export const QUESTIONS_SHEET = '题目'
export const VALUES_SHEET = '可填的值'
export const VALUES_HEAD = ['列', '可以填', '说明'] as const

/** Stands in the place of an id in the row that only shows how it is done. */
export const EXAMPLE = '示例'

export const EXAMPLE_ROW: Partial<Record<keyof typeof HEADINGS, string>> = {
  id: EXAMPLE,
  category: '大气环境',
  kind: '单选',
  stem: '下面哪一项是臭氧在近地面的主要来源？（这一行只做示范，导入时会跳过）',
  'option.1': '汽车直接排放',
  'option.2': '氮氧化物和挥发性有机物在阳光下反应生成',
  'option.3': '植物夜间呼吸',
  key: 'B',
  why: '近地面臭氧主要由前体物在阳光下经光化学反应生成。',
  trap: '汽车排放的是前体物，不是臭氧本身。',
  'source.title': '写明标准、法律或公报的名称',
  'source.clause': '写明条款或表号',
  'source.asOf': '2026-01-01',
  'source.status': '现行',
  evidence: 'B',
  difficulty: '2',
  bloom: '理解',
  validFrom: '2026-01-01',
}

export const VALUE_NOTES: readonly (readonly [keyof typeof HEADINGS, string, string])[] = [
  ['id', '留空', '新题不用填；填已有的编号，就是给那道题出新的一版'],
  [
    'category',
    Object.values(CATEGORY_TEXTS)
      .map(([name]) => name)
      .join('、'),
    '必填，可以在导入时统一指定',
  ],
  ['kind', Object.values(KIND_TEXTS).join('、'), '留空时按答案的个数判断'],
  ['stem', '文字', '必填'],
  ['option.1', '文字', '至少两个选项，最多六个'],
  ['key', 'A、BD、正确、错误', '必填，多选把字母连着写'],
  ['source.asOf', '2026-01-01', '出处的内容在哪一天核实过'],
  ['source.status', Object.values(STATUS_TEXTS).join('、'), '留空为现行'],
  ['evidence', 'A、B', 'A：全文或两个独立来源；B：一个来源，只用来练习'],
  ['difficulty', '1、2、3、4、5', '1 最容易；留空为 3'],
  ['bloom', Object.values(BLOOM_TEXTS).join('、'), '留空为识记'],
  ['validFrom', '2026-01-01', '留空为今天'],
  ['validTo', '2026-12-31', '留空为一直有效'],
  ['picture.file', '题库里已有的图片', '表格不带图片本身，只写导出时给的图片编号；新图片请在编辑题目时添加'],
]

/** Who verified without having a name that others may see. */
export const NAMELESS = '一位组织者'

/** In the workbook that a person gets of their own data. */
export const VERIFIED_SHEET = { name: '核对过的题', head: ['编号', '版本', '署名', '日期'] } as const
