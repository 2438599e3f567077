/** What is said in passing: what happened, in a few words; what comes next, where something does. */
export const toasts = {
  saved: '已保存',
  draftSaved: '草稿存在这部手机上',
  submitted: '已提交',
  withdrawn: '已撤回',
  copied: '已复制',
  removed: '已移除',
  savedToAlbum: '已存到相册',
  voted: '这一票已记入',
  booked: '已预约',
  cancelled: '已取消',
  subscribed: '到时会提醒你',
  albumRefused: '没有相册权限，可在右上角菜单的“设置”里打开后再存。',
  offline: '现在没有网络，连上后会接着做。',
  lookAgain: '有几处还要补一下，已经移到第一处。',
}

/** The one button below something that is too long to be said in passing. */
export const UNDERSTOOD = '知道了'
