import { CloudClock } from './device/cloud-clock'
import type { Device } from './device/device'
import { ErrorLog } from './device/error-log'
import { loadOwnGlyphs } from './device/glyphs'
import { Network } from './device/network'
import { readSettings } from './device/settings'
import { ThemeSwitch } from './device/theme'
import { UpdateMeter } from './device/update-meter'
import { forwardDocumentEvents } from './engine/document-events'
import { isRecord } from './engine/instance'
import { scrollByMouse } from './engine/mouse-scroll'
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

/** What a test can ask from the beginning, also before the mini-program runs. */
function provideApi(
  errors: ErrorLog,
  meter: UpdateMeter,
  device: Device,
  running: () => MiniProgram | undefined,
): void {
  const { settings, network, theme, clock } = device
  window.phone = {
    errors: errors.errors,
    persona: () => settings.persona,
    pagePath: () => running()?.stack.current?.path ?? '',
    pageStack: () => running()?.stack.open.map(page => page.path) ?? [],
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

/** Puts the phone together and starts the mini-program on it. */
export async function boot(arrivals: Arrivals): Promise<void> {
  const errors = new ErrorLog()
  errors.attach()
  const settings = readSettings(new URL(location.href), history.state)
  const manifest = arrivals.programme
  const clock = new CloudClock()
  const network = new Network(settings.isOnline)
  const theme = new ThemeSwitch(manifest, settings.theme)
  const meter = new UpdateMeter()
  const device: Device = { settings, manifest, errors, clock, network, theme }
  const running: { mini?: MiniProgram } = {}
  provideApi(errors, meter, device, () => running.mini)
  const [persona] = await Promise.all([settings.persona || firstPersona(), loadOwnGlyphs()])
  settings.persona = persona
  const mini = new MiniProgram(device)
  running.mini = mini
  meter.attach()
  new TouchDispatcher().attach()
  scrollByMouse()
  forwardDocumentEvents()
  clock.start()
  await mini.start(arrivals)
}
