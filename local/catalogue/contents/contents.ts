import { definePage } from '../../../miniprogram/lib/define-page'

const GROUPS = [
  { name: 'basics', icon: 'sparkles', title: '按钮、行与状态', note: '页面、标签、卡片、空与错' },
  { name: 'forms', icon: 'book-open', title: '表单', note: '字段、草稿、弹层、搜索与筛选' },
  { name: 'figures', icon: 'award', title: '图表与凭据', note: '排名、图表、证书、海报、插画' },
  { name: 'lists', icon: 'layout-grid', title: '长列表', note: '一千行也只画几十行' },
]

/** The way into the catalogue: the first page of every group of components. */
definePage({
  state: { groups: GROUPS },
  words: {},
  on: {
    async open(_view, { detail }) {
      const { kind } = { kind: '', ...(typeof detail === 'object' ? detail : null) }
      await wx.navigateTo({ url: `/packages/catalogue/${kind}/${kind}` })
    },
  },
})
