import { posterColours } from '../../../miniprogram/lib/poster-colours'
import type { PosterDescription } from '../../../miniprogram/lib/poster-description'

export const LONG_NAME = '新疆生产建设兵团生态环境局直属环境监测与科普宣传教育中心站'

const COUNTS = [120, 180, 160, 240, 310, 280, 420, 560, 510, 480, 530, 610, 590, 640]

export const days = COUNTS.map((value, position) => ({ label: `7 月 ${position + 1} 日`, value }))

export const scores = [2, 5, 9, 16, 31, 58, 84, 97, 61, 22].map((count, position) => ({
  label: String(position * 10),
  count,
}))

export const cities = [
  { name: '太原市', share: 1 },
  { name: '大同市', share: 1 },
  { name: '朔州市', share: 0.8 },
  { name: '忻州市', share: 0.6, tone: 'sun' },
  { name: '吕梁市', share: 0.004, tone: 'earth' },
  { name: LONG_NAME, share: 0, tone: 'earth' },
]

export const ranking = [
  { place: 1, name: '清晨的翠鸟', unit: '太原市实验小学', score: '1,286' },
  { place: 2, name: '林间小溪', unit: '山西大学', score: '1,254' },
  { place: 3, name: 'Wetland_Watcher', unit: LONG_NAME, score: '1,198' },
  { place: 37, name: '周同学', unit: '朔州市第一中学', score: '986', own: true },
  { place: 1286, name: LONG_NAME, unit: '', score: '12' },
]

export const steps = [
  { title: '交上作品', time: '6 月 3 日 10:24', state: 'done' },
  { title: '初审', time: '6 月 5 日', note: '格式和内容都合要求。', state: 'done' },
  { title: '评委评审', time: '9 月 30 日前', note: '三位评委各自打分，看不到作者是谁。', state: 'current' },
  { title: '公示', time: '10 月', note: '任何人都可以提出异议。', state: 'todo' },
  { title: '公布结果', time: '', state: 'todo' },
]

export const drawings = [
  { name: 'quiz', title: '知识云竞答' },
  { name: 'biodiversity-works', title: '城市守望者' },
  { name: 'award-works', title: '优秀科普作品' },
  { name: 'explainers', title: '生态环境讲解员' },
  { name: 'showcase', title: '科普云展播' },
  { name: 'experts', title: '科普专家' },
  { name: 'student-action', title: '大学生在行动' },
  { name: 'training', title: '专题培训' },
  { name: 'open-days', title: '公众开放日' },
  { name: 'empty', title: '还没有' },
  { name: 'error', title: '出了点意外' },
  { name: 'success', title: '办好了' },
  { name: 'offline', title: '没有网络' },
]

export const certificateFacts = {
  series: '2026 · 生态环境“云科普”系列活动',
  title: '荣誉证书',
  name: '周小舟',
  deed: '在“寻找城市守望者——城市生物多样性保护”主题作品云征集中，作品《清晨的翠鸟》获摄影类一等奖。',
  issuer: '“云科普”系列活动组织方',
  date: '2026 年 10 月 31 日',
  number: 'YKP-2026-000128',
  code: '7F3A-92C1-D04E',
}

const { paper, card, ink, sub, deep, greenTint, green } = posterColours

export const scorePoster: PosterDescription = {
  width: 375,
  padding: 0,
  background: paper,
  blocks: [
    { kind: 'hills', height: 200 },
    {
      kind: 'card',
      padding: 24,
      blocks: [
        { kind: 'text', text: '今天认识一位邻居', size: 24, line: 34, colour: deep, bold: true },
        {
          kind: 'text',
          text: '我在“云竞答”里答对了 9 道题，用时 2 分 18 秒。PM2.5、垃圾分类、翠鸟……这些邻居，你认识几位？',
          size: 15,
          line: 25,
          colour: ink,
        },
        { kind: 'gap', height: 18 },
        {
          kind: 'card',
          colour: card,
          radius: 20,
          padding: 18,
          edge: '#ecede6',
          blocks: [
            {
              kind: 'row',
              gap: 12,
              columns: [
                {
                  share: 1,
                  blocks: [
                    { kind: 'text', text: '90', size: 44, line: 50, colour: green, bold: true, align: 'center' },
                    { kind: 'text', text: '分', size: 13, line: 19, colour: sub, align: 'center' },
                  ],
                },
                {
                  share: 1,
                  blocks: [
                    { kind: 'text', text: '前 4%', size: 24, line: 34, colour: ink, bold: true, align: 'center' },
                    { kind: 'text', text: '今日全国', size: 13, line: 19, colour: sub, align: 'center' },
                  ],
                },
              ],
            },
          ],
        },
        { kind: 'gap', height: 18 },
        {
          kind: 'card',
          colour: greenTint,
          radius: 14,
          padding: 14,
          blocks: [
            {
              kind: 'row',
              gap: 14,
              columns: [
                {
                  share: 3,
                  blocks: [
                    { kind: 'text', text: '长按识别，来答十道题', size: 14, line: 22, colour: deep, bold: true },
                  ],
                },
                {
                  share: 1,
                  blocks: [{ kind: 'picture', src: '/generated/tab/home-selected.png', ratio: 1, radius: 10 }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
}
