import type { DemoCloud } from '../../support/demo-cloud'
import type * as CardStore from '../../../miniprogram/stores/practice-cards'
import type * as SyncStore from '../../../miniprogram/stores/practice-sync'

type Cards = typeof CardStore
type Sync = typeof SyncStore

/** What becomes of the calls of a phone: they arrive, never leave, or arrive and their answers are lost. */
export type Network = 'on' | 'off' | 'answers-lost'

/** A phone with the product's own stores on it, its calls going to the functions of a local cloud. */
export interface OwnPhone extends Cards, Sync {
  network: Network
  /** Bytes of the requests it sent. */
  sent: number[]
  /** Runs something on this phone: the platform it finds is this phone's. */
  on: <Result>(doing: (phone: OwnPhone) => Result) => Result
  /** Ends the app and starts it again: only what the storage holds is left. */
  restart: () => void
}

const lost = () =>
  Promise.reject(Object.assign(new Error('lost'), { errMsg: 'request:fail net::ERR_CONNECTION_RESET' }))

/** Stores are read afresh for every phone, as every phone has its own. */
function load(): Cards & Sync {
  let stores: (Cards & Sync) | undefined
  jest.isolateModules(() => {
    const cards: Cards = jest.requireActual('../../../miniprogram/stores/practice-cards')
    const sync: Sync = jest.requireActual('../../../miniprogram/stores/practice-sync')
    stores = { ...cards, ...sync }
  })
  if (!stores) throw new Error('the stores did not load')
  return stores
}

export function ownPhone(demo: DemoCloud, persona: string): OwnPhone {
  const storage = new Map<string, string>()
  const sent: number[] = []
  const callFunction = async ({ name, data }: { name: string; data: unknown }) => {
    if (phone.network === 'off') return lost()
    sent.push(Buffer.byteLength(JSON.stringify(data)))
    const result = await demo.send(persona, name, data)
    return phone.network === 'answers-lost' ? lost() : { result }
  }
  const wx = {
    getStorageSync: (name: string): unknown => JSON.parse(storage.get(name) ?? '""'),
    setStorageSync: (name: string, value: unknown) => storage.set(name, JSON.stringify(value)),
    cloud: { callFunction },
  }
  const on: OwnPhone['on'] = doing => {
    Object.assign(globalThis, { wx })
    return doing(phone)
  }
  Object.assign(globalThis, { wx })
  const phone: OwnPhone = {
    ...load(),
    network: 'on',
    sent,
    on,
    restart() {
      Object.assign(globalThis, { wx })
      Object.assign(phone, load())
    },
  }
  return phone
}
