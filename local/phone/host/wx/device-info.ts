import { CAPSULE, SAFE_BOTTOM, STATUS_BAR } from '../screen/metrics'
import { eventPair } from './event-pair'
import type { Family, Phone } from './phone'

/** The base library whose behaviour the local phone follows. */
const BASE_LIBRARY = '3.17.0'

const NORMAL_FONT_PX = 17

function windowInfo({ stack }: Phone) {
  const { innerWidth: width, innerHeight: height } = window
  const frame = stack.current?.frame
  const bottom = height - SAFE_BOTTOM
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: frame?.height ?? height,
    statusBarHeight: STATUS_BAR,
    screenTop: frame?.top ?? 0,
    safeArea: { left: 0, right: width, top: STATUS_BAR, bottom, width, height: bottom - STATUS_BAR },
  }
}

function appBaseInfo({ theme, settings }: Phone) {
  return {
    SDKVersion: BASE_LIBRARY,
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.60',
    theme: theme.current,
    fontSizeScaleFactor: settings.fontScale,
    fontSizeSetting: NORMAL_FONT_PX * settings.fontScale,
  }
}

function deviceInfo() {
  return {
    abi: '',
    benchmarkLevel: 40,
    brand: 'local',
    model: 'local phone',
    system: 'iOS 18.0',
    platform: 'ios',
    memorySize: 6144,
  }
}

function capsuleRect() {
  const { width, height, right, top } = CAPSULE
  const edge = window.innerWidth - right
  return { width, height, top, right: edge, bottom: top + height, left: edge - width }
}

/** What the mini-program may know of the telephone. */
export function deviceInfoFamily(phone: Phone): Family {
  const { theme, asynchronous, errors, motor } = phone
  const shake = () => {
    motor.count += 1
  }
  const themes = eventPair(theme.onChange, errors.guard.bind(errors), current => ({ theme: current }))
  return {
    getWindowInfo: () => windowInfo(phone),
    getAppBaseInfo: () => appBaseInfo(phone),
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: () => ({ ...deviceInfo(), ...windowInfo(phone), ...appBaseInfo(phone) }),
    getSystemSetting: () => ({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getMenuButtonBoundingClientRect: capsuleRect,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
      plugin: {},
    }),
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    checkIsOpenAccessibility: asynchronous.make('checkIsOpenAccessibility', () => ({ open: false })),
    vibrateShort: asynchronous.make('vibrateShort', shake),
    vibrateLong: asynchronous.make('vibrateLong', shake),
  }
}
