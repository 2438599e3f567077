import { createStore } from '../lib/store'

/** Whether the phone has a network, as far as it knows. */
export const online = createStore(true)

wx.getNetworkType({
  success({ networkType }) {
    online.set(networkType !== 'none')
  },
})

wx.onNetworkStatusChange(({ isConnected }) => {
  if (isConnected !== online.get()) online.set(isConnected)
})
