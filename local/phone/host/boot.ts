import { Addresses } from './device/addresses'
import { CloudClock } from './device/cloud-clock'
import { CloudStorage } from './device/cloud-storage'
import { ErrorLog } from './device/error-log'
import { FileChoice } from './device/file-choice'
import { FileBox } from './device/files/file-box'
import { FileSystem } from './device/files/file-system'
import { loadOwnGlyphs } from './device/glyphs'
import { Kept } from './device/kept'
import { Motor } from './device/motor'
import { Network } from './device/network'
import { firstPersona } from './device/persona-name'
import { readSettings } from './device/settings'
import { ThemeSwitch } from './device/theme'
import { UpdateMeter } from './device/update-meter'
import { forwardDocumentEvents } from './engine/document-events'
import { scrollByMouse } from './engine/mouse-scroll'
import { TouchDispatcher } from './engine/touch'
import type { Arrivals } from './pages/arrivals'
import { MiniProgram } from './mini-program'
import { type EarlyDevice, provideApi } from './provide-api'

function createDevice(arrivals: Arrivals): EarlyDevice {
  const errors = new ErrorLog()
  errors.attach()
  const settings = readSettings(new URL(location.href), history.state)
  const manifest = arrivals.programme
  const network = new Network(settings.isOnline)
  return {
    settings,
    manifest,
    errors,
    network,
    clock: new CloudClock(),
    theme: new ThemeSwitch(manifest, settings.theme),
    storage: new CloudStorage(network, settings),
    choice: new FileChoice(),
    kept: new Kept(),
    motor: new Motor(),
  }
}

/** Puts the phone together and starts the mini-program on it. */
export async function boot(arrivals: Arrivals): Promise<void> {
  const early = createDevice(arrivals)
  const { settings, storage, clock } = early
  const meter = new UpdateMeter()
  const running: { mini?: MiniProgram } = {}
  provideApi(early, meter, () => running.mini)
  const [persona] = await Promise.all([settings.persona || firstPersona(), loadOwnGlyphs()])
  settings.persona = persona
  const files = await FileSystem.open(await FileBox.open(persona))
  const mini = new MiniProgram({ ...early, files, addresses: new Addresses(files, storage) })
  running.mini = mini
  meter.attach()
  new TouchDispatcher().attach()
  scrollByMouse()
  forwardDocumentEvents()
  clock.start()
  await mini.start(arrivals)
}
