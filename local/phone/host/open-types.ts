import type { OpenType } from './built-ins/button'
import type { Device } from './device/device'
import { Consent } from './device/consent'
import type { PageStack } from './pages/page-stack'
import { askAvatar, drawAvatar } from './screen/avatar-sheet'
import { askModal, CONFIRM_COLOR } from './screen/modal'
import type { Overlays } from './screen/overlay'
import { sharePage } from './share'

const LABELS = { cancelColor: 'inherit', confirmColor: CONFIRM_COLOR, placeholder: undefined }

/** A place of the platform's that does not exist here: said instead of shown. */
const outside =
  (overlays: () => Overlays, title: string): OpenType =>
  () =>
    void askModal(overlays(), {
      title,
      content: '这是微信的页面，本地手机不接通。',
      cancelText: undefined,
      confirmText: '知道了',
      ...LABELS,
    })

function chooseAvatar(device: Device, overlays: () => Overlays): OpenType {
  return self => {
    void askAvatar(overlays()).then(async address => {
      if (address === undefined) return
      self.trigger('chooseavatar', { avatarUrl: device.files.addTemporary(await drawAvatar(address), '.png') })
    })
  }
}

/** The code stands for the persona's number: a function exchanges it. */
function getPhoneNumber({ settings }: Device, overlays: () => Overlays): OpenType {
  return self => {
    const question = {
      title: '申请获取你的手机号',
      content: '本地手机的测试号码',
      cancelText: '不允许',
      confirmText: '允许',
    }
    void askModal(overlays(), { ...question, ...LABELS }).then(({ confirm }) => {
      const allowed = { errMsg: 'getPhoneNumber:ok', code: `phone:${settings.persona}` }
      self.trigger('getphonenumber', confirm ? allowed : { errMsg: 'getPhoneNumber:fail user deny' })
    })
  }
}

/** What the open-type of a button does. */
export function openTypes(device: Device, stack: () => PageStack, overlays: () => Overlays): Record<string, OpenType> {
  return {
    share: ({ node }) => {
      const { current } = stack()
      const target = { id: node.id, dataset: node.dataset }
      const doors = { overlays: overlays(), addresses: device.addresses }
      if (current !== undefined) void sharePage(current, doors, 'button', target)
    },
    chooseAvatar: chooseAvatar(device, overlays),
    getPhoneNumber: getPhoneNumber(device, overlays),
    agreePrivacyAuthorization: self => {
      new Consent(device.settings.persona, localStorage).give()
      self.trigger('agreeprivacyauthorization')
    },
    feedback: outside(overlays, '意见反馈'),
    contact: outside(overlays, '客服会话'),
  }
}
