/** What the fields of the catalogue offer. */
export const GROUPS = [
  { value: 'pupil', text: '小学生', note: '由家长或老师陪同' },
  { value: 'student', text: '中学生和大学生' },
  { value: 'adult', text: '成年人', note: '不限职业' },
  { value: 'unit', text: '单位', note: '本年度暂不开放', disabled: true },
]

export const TOPICS = ['大气', '水', '土壤', '垃圾分类', '生物多样性', '噪声', '气候变化'].map(text => ({
  value: text,
  text,
}))

const CITY_NAMES = [
  '太原市',
  '大同市',
  '朔州市',
  '忻州市',
  '吕梁市',
  '晋中市',
  '阳泉市',
  '长治市',
  '晋城市',
  '临汾市',
  '运城市',
]

const choice = (text: string) => ({ value: text, text })

export const PROVINCES = [
  { ...choice('山西省'), children: CITY_NAMES.map(choice) },
  { ...choice('云南省'), children: ['昆明市', '大理白族自治州', '西双版纳傣族自治州'].map(choice) },
  choice('北京市'),
  choice('香港特别行政区'),
]

export const UNITS = CITY_NAMES.flatMap(city =>
  ['生态环境局', '生态环境监测站', '第一中学', '科技馆', '自然博物馆', '环保志愿者协会', '图书馆'].map(name => ({
    value: `${city}${name}`,
    text: `${city}${name}`,
    note: city,
  })),
)

export const FILTERS = [
  { value: 'all', text: '全部', count: 1286 },
  { value: 'photo', text: '摄影', count: 640 },
  { value: 'video', text: '微视频', count: 212 },
  { value: 'painting', text: '绘画', count: 0 },
  { value: 'notes', text: '自然笔记', count: 434 },
]

const hill = (sky: string, land: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="120" fill="${sky}"/><path d="M0 90 40 50l36 34 34-44 50 50v30H0z" fill="${land}"/></svg>`,
  )}`

export interface SampleFile {
  id: string
  name: string
  state: 'waiting' | 'sending' | 'done' | 'failed'
  share?: number
  thumb?: string
  video?: boolean
  problem?: string
}

export const FILES: SampleFile[] = [
  { id: '1', name: '清晨的翠鸟.jpg', state: 'done', thumb: hill('#d5ecdf', '#0e7a4f') },
  {
    id: '2',
    name: '溪流与苔藓，五月的一个雨天.mp4',
    state: 'sending',
    share: 0.62,
    thumb: hill('#e3eff8', '#1573b6'),
    video: true,
  },
  { id: '3', name: '蜜蜂的一分钟.mp4', state: 'failed', problem: '网络断开了', thumb: hill('#f7e7de', '#b4592b') },
  { id: '4', name: '创作说明.pdf', state: 'waiting' },
]
