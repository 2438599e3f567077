import type { CloudClock } from '../device/cloud-clock'
import type { Network } from '../device/network'
import { h } from '../../shared/dom'

/** Time of the cloud, signal and battery. */
export function createStatusBar(clock: CloudClock, network: Network): HTMLElement {
  const time = h('span', { class: 'status-time' })
  const signal = h('span', { class: 'status-signal' })
  const bar = h(
    'div',
    { class: 'status-bar' },
    time,
    signal,
    h('span', { class: 'status-battery', 'aria-hidden': 'true' }),
  )
  const showNetwork = (isOnline: boolean) => {
    signal.textContent = isOnline ? '5G' : '无网络'
    bar.classList.toggle('is-offline', !isOnline)
  }
  clock.onTick.add(text => {
    if (time.textContent !== text) time.textContent = text
  })
  network.onChange.add(showNetwork)
  showNetwork(network.isOnline)
  return bar
}
