export const deskTextWords = {
  title: '待看的文字',
  note: '机器拿不准的文字在这里等人看；决定以前，别人看不到。',
  empty: '没有等着看的文字。',
  pass: '可以显示',
  refuse: '不能显示',
  refuseTitle: '不让这段文字显示？',
  refuseText: '写它的人会看到没有通过，可以改了再交。',
  passed: '已放行，大家能看到了。',
  refused: '没有放行。',
  cancel: '再看看',
  meanwhile: '刚才已经有人看过了。',
}

const PLACES: Readonly<Record<string, string>> = {
  nickname: '昵称',
  'unit-name': '单位名称',
  notice: '通知',
  activity: '活动',
  certificate: '证书姓名',
  'question-report': '题目报错',
}

export const placeName = (place: string): string => PLACES[place] ?? '文字'
