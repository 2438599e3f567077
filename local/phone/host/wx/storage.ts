import { PersonStorage } from '../device/storage'
import { requiredText } from './options'
import type { Family, Phone } from './phone'

/** Storage of the phone's persona. Synchronous functions throw what the others fail with. */
export function storageFamily({ settings, asynchronous }: Phone): Family {
  const storage = new PersonStorage(settings.persona, localStorage)
  const sync = <Result>(name: string, work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
  return {
    getStorageSync: (key: string) => sync('getStorageSync', () => storage.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => {
      sync('setStorageSync', () => {
        storage.set(key, value)
      })
    },
    removeStorageSync: (key: string) => {
      storage.remove(key)
    },
    clearStorageSync: () => {
      storage.clear()
    },
    getStorageInfoSync: () => storage.info(),
    getStorage: asynchronous.make('getStorage', options => {
      const data = storage.get(requiredText(options, 'key'))
      if (data === undefined) throw new Error('data not found')
      return { data }
    }),
    setStorage: asynchronous.make('setStorage', options => {
      storage.set(requiredText(options, 'key'), options.data)
    }),
    removeStorage: asynchronous.make('removeStorage', options => {
      storage.remove(requiredText(options, 'key'))
    }),
  }
}
