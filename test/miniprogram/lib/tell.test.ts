import { installPlatformPhone } from '../../support/platform-phone'

const shown: unknown[] = []

function phoneOf(elder: boolean) {
  jest.resetModules()
  shown.length = 0
  const { storage } = installPlatformPhone()
  storage.set('appearance', { theme: 'light', elder })
  const saying = (manner: string) => (options: object) => {
    shown.push({ manner, ...options })
    return Promise.resolve()
  }
  Object.assign(wx, {
    getAppBaseInfo: () => ({}),
    onThemeChange: () => undefined,
    showToast: saying('toast'),
    showModal: saying('modal'),
  })
  return jest.requireActual<typeof import('../../../miniprogram/lib/tell')>('../../../miniprogram/lib/tell')
}

const long = '照片还没有存到相册，可以在右上角菜单的“设置”里打开相册权限后再存一次。'

test('a few words are a toast, for as long as it takes to read them', async () => {
  const { tell } = phoneOf(false)
  await tell('已保存')
  await tell('现在没有网络，连上后会接着做。')
  expect(shown).toEqual([
    { manner: 'toast', title: '已保存', icon: 'none', duration: 2000 },
    { manner: 'toast', title: '现在没有网络，连上后会接着做。', icon: 'none', duration: 3700 },
  ])
})

test('elder eyes are given twice the time', async () => {
  await phoneOf(true).tell('已保存')
  expect(shown).toEqual([{ manner: 'toast', title: '已保存', icon: 'none', duration: 4000 }])
})

test('what a toast would cut is said in a dialog', async () => {
  await phoneOf(false).tell(long)
  expect(shown).toEqual([{ manner: 'modal', content: long, showCancel: false, confirmText: '知道了' }])
})

test('in elder mode a toast holds less', async () => {
  await phoneOf(true).tell('有几处还要补一下，已经移到第一处。')
  expect(shown).toMatchObject([{ manner: 'modal' }])
})
