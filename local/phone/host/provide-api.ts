import type { Device } from './device/device'
import type { UpdateMeter } from './device/update-meter'
import type { MiniProgram } from './mini-program'

/** The telephone before it knows whose files it holds. */
export type EarlyDevice = Omit<Device, 'files' | 'addresses'>

/** What a test can ask from the beginning, also before the mini-program runs. */
export function provideApi(device: EarlyDevice, meter: UpdateMeter, running: () => MiniProgram | undefined): void {
  const { settings, network, theme, clock, errors, kept, motor, choice } = device
  window.phone = {
    errors: errors.errors,
    warnings: errors.warnings,
    kept: kept.things,
    vibrations: () => motor.count,
    prepareFiles: files => {
      choice.prepare(files)
    },
    persona: () => settings.persona,
    pagePath: () => running()?.stack.current?.path ?? '',
    pageStack: () => running()?.stack.open.map(page => page.path) ?? [],
    reLaunch: url => running()?.stack.reLaunch(url) ?? Promise.reject(new Error('the mini-program is not running yet')),
    largestUpdate: () => meter.largest(),
    updates: () => meter.updates,
    goOffline: () => {
      network.set(false)
    },
    goOnline: () => {
      network.set(true)
    },
    isOnline: () => network.isOnline,
    setTheme: next => {
      theme.set(next)
    },
    theme: () => theme.current,
    askClock: () => clock.ask(),
  }
}
