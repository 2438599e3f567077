import { eventPair } from './event-pair'
import type { Family, Phone } from './phone'

/** What happens to the app as a whole. */
export function appEventsFamily({ life, errors }: Phone): Family {
  const guard = errors.guard.bind(errors)
  const shows = eventPair(life.onShow, guard, options => options)
  const hides = eventPair(life.onHide, guard, () => undefined)
  const faults = eventPair(errors.onError, guard, message => message)
  const rejections = eventPair(errors.onRejection, guard, (reason, promise) => ({ reason, promise }))
  return {
    onAppShow: shows.on,
    offAppShow: shows.off,
    onAppHide: hides.on,
    offAppHide: hides.off,
    onError: faults.on,
    offError: faults.off,
    onUnhandledRejection: rejections.on,
    offUnhandledRejection: rejections.off,
    getLaunchOptionsSync: () => life.launchOptions,
    getEnterOptionsSync: () => life.launchOptions,
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) => {
        setTimeout(() => {
          guard(() => {
            listener({ hasUpdate: false })
          })
        })
      },
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
  }
}
