import { eventPair } from './event-pair'
import type { Family, Phone } from './phone'

const TYPE = '5g'

export function networkFamily({ network, asynchronous, errors }: Phone): Family {
  const describe = (isConnected: boolean) => ({ isConnected, networkType: isConnected ? TYPE : 'none' })
  const changes = eventPair(network.onChange, errors.guard.bind(errors), describe)
  return {
    getNetworkType: asynchronous.make('getNetworkType', () => describe(network.isOnline)),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  }
}
