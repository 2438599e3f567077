/** Words of the calendar file, and of what the phone's own calendar answers. */
export const calendarWords = {
  title: '日历文件做好了',
  sendNote: '发到“文件传输助手”或发给朋友，在手机或电脑上点开它，日程就进了日历。',
  copyNote: '这部手机上的微信还不能直接转发文件。可以复制内容，在电脑上存成以 .ics 结尾的文件，用日历打开。',
  send: '转发文件',
  copy: '复制内容',
  sent: '已转发，点开文件就能导入日历。',
  notSent: '文件没有转发出去，可以再试一次，或者复制内容。',
  copied: '内容已复制。在电脑上存成以 .ics 结尾的文件，用日历打开。',
  added: '已加入手机日历',
  refused: '没有加进去：手机没有允许使用日历。可在右上角菜单的“设置”里打开后再试。',
}

export const opensEntry = (name: string): string => `${name} · 开始`
export const closesEntry = (name: string): string => `${name} · 最后一天`
