import { askModal, CONFIRM_COLOR } from '../screen/modal'
import { type Options, WxFailure } from './asynchronous'
import { numberOf, requiredText } from './options'
import type { Family, Phone } from './phone'

async function confirm({ overlays }: Phone, title: string, content: string, confirmText: string): Promise<void> {
  const labels = { cancelText: '取消', cancelColor: 'inherit', confirmColor: CONFIRM_COLOR, placeholder: undefined }
  const answer = await askModal(overlays, { title, content, confirmText, ...labels })
  if (!answer.confirm) throw new WxFailure('cancel')
}

const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

async function addDate(phone: Phone, options: Options): Promise<void> {
  const title = requiredText(options, 'title')
  const start = numberOf(options, 'startTime', Number.NaN)
  if (Number.isNaN(start)) throw new WxFailure('parameter error: parameter.startTime should be Number')
  await confirm(phone, '添加到系统日历', `${title}\n${beijing.format(start * 1000)}`, '添加')
  phone.kept.add({ kind: 'date', name: title, url: '' })
}

/** What leads out of the mini-program into the telephone's own programs. */
export function telephoneFamily(phone: Phone): Family {
  return {
    addPhoneCalendar: phone.asynchronous.make('addPhoneCalendar', options => addDate(phone, options)),
    makePhoneCall: phone.asynchronous.make('makePhoneCall', async options => {
      const number = requiredText(options, 'phoneNumber')
      await confirm(phone, '', number, '呼叫')
      phone.kept.add({ kind: 'call', name: number, url: '' })
    }),
  }
}
