/** The form of a question. */
export const editQuestionWords = {
  newTitle: '新写一题',
  title: '修改题目',
  note: '保存后是新的一版，要重新核对；正在作答的人仍答原来那一版。',
  bank: '放进哪个题库',
  bankHint: '练习题人人可见，公开以后不能再用于竞赛。',
  asked: '题目',
  category: '类别',
  kind: '题型',
  stem: '题干',
  picture: '图片',
  pictureAdd: '添加图片',
  pictureHint: '没有也可以。JPEG、PNG 或 WebP，最多 1 MB。',
  pictureOther: '换一张',
  pictureRemove: '去掉',
  pictureAlt: '图片说明',
  pictureAltHint: '写看得见的样子，给看不见图的人听；不要说出答案。',
  pictureAltWrong: '请写明图上看得见什么，不要说出答案。',
  pictureAuthor: '作者',
  pictureAuthorHint: '作答时就看得到，名字里不要有答案。',
  pictureLicence: '许可',
  pictureLicenceHint: '如“CC BY 4.0”“公有领域”“作者授权”。',
  pictureWaits: '图片还没有传好，等它传完或者去掉再保存。',
  creditWrong: '用别人的图要注明作者和许可，请写上。',
  options: '选项',
  optionsHint: '至少两个，最多六个；中间不要空着。',
  key: '正确选项',
  explained: '解析',
  why: '为什么对',
  trap: '容易错在哪里',
  sourced: '出处',
  sourceTitle: '名称',
  clause: '条款',
  url: '网址',
  asOf: '核实到哪一天',
  asOfHint: '出处的内容在哪一天仍然是这样。',
  status: '状态',
  facts: '事实依据',
  factsHint: '依据库里的编号，用空格隔开。',
  evidence: '证据等级',
  difficulty: '难度',
  bloom: '认知层次',
  validFrom: '起用日期',
  validTo: '停用日期',
  validToHint: '没有就留空。',
  save: '保存',
  preview: '预览',
  saved: '已存成新的一版',
  optionWrong: '请写上这个选项，中间不要空着，也不要和前面的一样。',
  keyWrong: '正确选项和题型对不上：单选、判断只有一个，判断只有两个选项。',
}

/** On a pill wide enough for a finger. */
export const keyLabel = (letter: string): string => `${letter} 项`

export const optionLabel = (letter: string): string => `选项 ${letter}`

export const KIND_CHOICES = [
  { value: 'single', text: '单选' },
  { value: 'multiple', text: '多选' },
  { value: 'true-false', text: '判断' },
] as const

export const STATUS_CHOICES = [
  { value: 'in-force', text: '现行' },
  { value: 'history', text: '历史' },
  { value: 'local', text: '地方' },
] as const

export const EVIDENCE_CHOICES = [
  { value: 'A', text: 'A 全文或两个独立来源' },
  { value: 'B', text: 'B 一个来源，只用来练习' },
] as const

export const DIFFICULTY_CHOICES = ['最易', '较易', '适中', '较难', '最难'].map((text, at) => ({
  value: String(at + 1),
  text: `${at + 1} ${text}`,
}))

export const BLOOM_CHOICES = [
  { value: 'remember', text: '识记' },
  { value: 'understand', text: '理解' },
  { value: 'apply', text: '应用' },
] as const

export const BANK_CHOICES = [
  { value: 'contest', text: '竞赛' },
  { value: 'practice', text: '练习' },
] as const
