import { definePage } from '../../../miniprogram/lib/define-page'
import { textOf } from '../../../miniprogram/lib/text-of'
import { ICON_NAMES } from '../../../miniprogram/components/icon/icon-names'

const TONES = [
  { tone: 'calm', text: '可预约' },
  { tone: 'soon', text: '还剩 3 天' },
  { tone: 'last', text: '今天截止' },
  { tone: 'over', text: '已结束' },
  { tone: 'right', text: '答对' },
  { tone: 'wrong', text: '答错' },
  { tone: 'topic', text: '大气环境' },
]

const LONG = '这是一句很长的说明，用来看看在窄屏、大字和长辈模式下会不会被截断或者压到旁边的内容上面去'

const PASSED_ON = [
  { id: 'province', from: '转发山西省的通知', title: '请各市转到辖区内的学校和场馆' },
  { id: 'country', from: '转发全国的通知', title: LONG },
]

const NOTICES = [
  { id: 'plain', title: '湿地周末讲解', source: '朔州市 · 9 月 16 日', text: LONG, withdrawn: '', inside: [] },
  { id: 'gone', title: '净滩志愿活动', source: '朔州市 · 9 月 8 日', text: '', withdrawn: '已撤回', inside: [] },
  {
    id: 'passing',
    title: LONG,
    source: '朔州市 · 5 月 6 日',
    text: '有疑问请直接联系。',
    withdrawn: '',
    inside: PASSED_ON,
  },
]

const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><path fill="#9cc9e8" d="M0 0h640v360H0z"/><path fill="#7da35f" d="M0 220q160-60 320 0t320 0v140H0z"/><path fill="#5f8fb5" d="M0 290q160-30 320 0t320 0v70H0z"/></svg>',
)}`

definePage({
  state: {
    picture: PICTURE,
    credit: { author: '水云间', licence: 'CC BY 4.0' },
    longCredit: { author: 'Churchill Wildlife Management Area Photography Group', licence: LONG },
    notices: NOTICES,
    tones: TONES,
    icons: ICON_NAMES,
    long: LONG,
    chosen: 'light',
    segments: [
      { value: 'system', text: '跟随系统' },
      { value: 'light', text: '浅色' },
      { value: 'dark', text: '深色' },
    ],
    stats: [
      { value: '第 1,286', label: '全国' },
      { value: '第 37', label: '朔州市' },
      { value: '前 4%', label: '今日' },
    ],
    steps: ['在“作品”里选好要参加的类别。', '上传照片或视频，写下在哪里、看到了什么。', LONG],
    until: Date.now() + 102_000,
  },
  words: {},
  on: {
    choose(view, event) {
      view.show({ chosen: textOf(event, 'value') })
    },
  },
})
