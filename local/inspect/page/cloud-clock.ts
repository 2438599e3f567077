import * as v from 'valibot'
import { ask } from './ask'

const Told = v.object({ mode: v.picklist(['real', 'ticking', 'frozen']), now: v.number() })

export type ClockTold = v.InferOutput<typeof Told>
export type ClockSetting = { mode: 'real' } | { mode: 'ticking' | 'frozen'; now: number }

export const askClock = (): Promise<ClockTold> => ask(Told, '/clock')

export const setClock = (setting: ClockSetting): Promise<ClockTold> =>
  ask(Told, '/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(setting),
  })

export const MODES = { real: 'real time', ticking: 'set, running', frozen: 'frozen' } as const
