import { Consent } from '../device/consent'
import { type Callback, isFunction, isRecord } from '../engine/instance'
import { askModal, CONFIRM_COLOR } from '../screen/modal'
import { WxFailure } from './asynchronous'
import type { Family, Phone } from './phone'

const CONTRACT = '《小程序隐私保护指引》'
const REFUSED = 104
const RESTING = 103

/** Asks the page that listens, or with the platform's own words; answers whether the person agreed. */
async function ask({ overlays }: Phone, listener: Callback | undefined): Promise<boolean> {
  if (listener === undefined) {
    const answer = await askModal(overlays, {
      title: '隐私保护提示',
      content: `使用前请阅读${CONTRACT}`,
      cancelText: '拒绝',
      cancelColor: 'inherit',
      confirmText: '同意',
      confirmColor: CONFIRM_COLOR,
      placeholder: undefined,
    })
    return answer.confirm
  }
  return new Promise(resolve => {
    const answer = (result: unknown) => {
      const event = isRecord(result) ? result.event : undefined
      if (event === 'agree' || event === 'disagree') resolve(event === 'agree')
    }
    listener(answer, { referrer: 'requirePrivacyAuthorize' })
  })
}

/** The platform's privacy notice. Other functions do not wait for it here, as they would on a phone. */
export function privacyFamily(phone: Phone): Family {
  const { asynchronous, settings, overlays, errors } = phone
  const consent = new Consent(settings.persona, localStorage)
  let listener: Callback | undefined
  return {
    getPrivacySetting: asynchronous.make('getPrivacySetting', () => ({
      needAuthorization: !consent.isGiven,
      privacyContractName: CONTRACT,
    })),
    onNeedPrivacyAuthorization: (given: unknown) => {
      // A later listener takes the place of the one before.
      listener = isFunction(given) ? (...args) => errors.guard(() => given(...args)) : undefined
    },
    requirePrivacyAuthorize: asynchronous.make('requirePrivacyAuthorize', async () => {
      if (consent.isGiven) return
      if (consent.isResting) throw new WxFailure('privacy permission is not authorized', { errno: RESTING })
      if (await ask(phone, listener)) consent.give()
      else {
        consent.refuse()
        throw new WxFailure('privacy permission is not authorized', { errno: REFUSED })
      }
    }),
    openPrivacyContract: asynchronous.make('openPrivacyContract', async () => {
      const labels = { cancelText: undefined, cancelColor: '', confirmText: '知道了', confirmColor: CONFIRM_COLOR }
      await askModal(overlays, {
        title: CONTRACT,
        content: '正式版由微信平台显示。',
        ...labels,
        placeholder: undefined,
      })
    }),
  }
}
