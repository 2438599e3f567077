import { installPlatformPhone } from '../../support/platform-phone'

interface Defined {
  methods: { onLoad: (this: object, params: object) => unknown }
}

let defined: Defined | undefined

beforeAll(() => {
  installPlatformPhone()
  Object.assign(wx, {
    getAppBaseInfo: () => ({ theme: 'light' }),
    onThemeChange: () => undefined,
    nextTick: (work: () => void) => setTimeout(work),
  })
  Object.assign(globalThis, {
    Component(component: Defined) {
      defined = component
    },
  })
})

test('what a page knows when it is opened is on it before anybody can look', async () => {
  const { definePage } = await import('../../../miniprogram/lib/define-page')
  definePage<{ name: string; unit: string }>({
    state: { name: '', unit: '' },
    words: {},
    async opened(view, { name = '' }) {
      view.show({ name })
      await Promise.resolve()
      view.show({ unit: '来得晚一点' })
    },
    on: {},
  })
  const shown: object[] = []
  const host = { setData: (data: object) => shown.push(data) }
  const opening = defined?.methods.onLoad.call(host, { name: '写到一半' })
  expect(shown.filter(data => !('look' in data))).toEqual([{ name: '写到一半' }])
  await opening
  await new Promise(done => setTimeout(done))
  expect(shown.filter(data => !('look' in data))).toEqual([{ name: '写到一半' }, { unit: '来得晚一点' }])
})
