import type { Reminded } from '../contract/liaisons'

export const deskLiaisonWords = {
  title: '科普工作联络员',
  shows: [
    { value: 'missing', text: '还没报' },
    { value: 'named', text: '已登记' },
  ],
  filter: '看哪些单位',
  share: '登记率',
  late: '逾期登记',
  allNamed: '每个单位都登记了联络员。',
  noneNamed: '还没有单位登记联络员。',
  noUnits: '这里还没有确认过的单位。',
  missingNote: '还没有登记',
  remind: '提醒没报的单位',
  remindTitle: '提醒没报的单位？',
  remindText:
    '同意接收提醒的负责人会收到一条微信消息，同一个单位一天只发一次，一次最多五十个单位。发不出的会列出来，请打电话。',
  remindYes: '发提醒',
  reminded: '提醒的结果',
  callThese: '这些单位请打电话',
  understood: '知道了',
  export: '导出表格',
  exportTitle: '导出联络员表格',
  exportText: '表格里有完整的电话和邮箱。这次导出会记入办事记录，请写明用途，用完删掉。',
  exportYes: '导出',
  openTitle: '查看电话和邮箱',
  openText: '每次查看都会记入办事记录，请写明为什么要联系。',
  openYes: '查看',
  duty: '职务',
  phone: '电话',
  mail: '邮箱',
  call: '打电话',
  copyPhone: '复制号码',
  exportPlaceholder: '例如：报省厅汇总',
  openPlaceholder: '例如：核对六月的活动安排',
  cancel: '再想想',
}

export const boardLine = (units: number, missing: number, year: number): string =>
  `${year} 年度，${units} 个单位，${missing} 个还没报`

export const namedText = (units: number, missing: number): string => `${units - missing} / ${units}`

export function remindedText({ sent, call }: Reminded): string {
  if (sent === 0 && call.length === 0) return '没有要提醒的单位，或者今天已经提醒过了。'
  const messages = sent === 0 ? '没有能发消息的单位。' : `已发出 ${sent} 条提醒。`
  return call.length === 0 ? messages : `${messages}还有 ${call.length} 个单位没有同意接收消息。`
}
