import { CloudClock } from './device/cloud-clock'
import { ErrorLog } from './device/error-log'
import { Network } from './device/network'
import { readSettings, type Settings } from './device/settings'
import { ThemeSwitch } from './device/theme'
import { UpdateMeter } from './device/update-meter'
import { forwardDocumentEvents } from './engine/document-events'
import { isRecord } from './engine/instance'
import { TouchDispatcher } from './engine/touch'
import type { Arrivals } from './pages/arrivals'
import { MiniProgram } from './mini-program'

async function firstPersona(): Promise<string> {
  const list: unknown = await fetch('/personas')
    .then(response => (response.ok ? response.json() : []))
    .catch(() => [])
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return isRecord(first) && typeof first.id === 'string' ? first.id : ''
}

async function settle(): Promise<Settings> {
  const settings = readSettings(new URL(location.href))
  return settings.persona === '' ? { ...settings, persona: await firstPersona() } : settings
}

/** Puts the phone together and starts the mini-program on it. */
export async function boot(arrivals: Arrivals): Promise<void> {
  const errors = new ErrorLog()
  errors.attach()
  const settings = await settle()
  const manifest = arrivals.programme
  const clock = new CloudClock()
  const network = new Network(settings.isOnline)
  const theme = new ThemeSwitch(manifest, settings.theme)
  const meter = new UpdateMeter()
  const mini = new MiniProgram({ settings, manifest, errors, clock, network, theme })
  meter.attach()
  new TouchDispatcher().attach()
  forwardDocumentEvents()
  clock.start()
  window.phone = {
    errors: errors.errors,
    persona: settings.persona,
    pagePath: () => mini.stack.current?.path ?? '',
    pageStack: () => mini.stack.open.map(page => page.path),
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
  await mini.start(arrivals)
}
