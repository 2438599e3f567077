import { installPlatformPhone, type PlatformPhone } from '../../support/platform-phone'

const load = () => import('../../../miniprogram/lib/kept-draft')

interface Drafts {
  phone: PlatformPhone
  module: Awaited<ReturnType<typeof load>>
}

/** The app as it starts on a phone with this in its storage. */
async function started(storage: ReadonlyMap<string, unknown> = new Map()): Promise<Drafts> {
  const phone = installPlatformPhone()
  storage.forEach((value, name) => phone.storage.set(name, value))
  Object.assign(wx, {
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
    removeStorageSync: (name: string) => phone.storage.delete(name),
  })
  jest.resetModules()
  return { phone, module: await load() }
}

const KEY = /^[0-9a-z]{24}$/

test('what was typed is there after the app was killed, with the key it would be sent with', async () => {
  const { phone, module } = await started()
  const before = module.keptDraft('unit')
  before.keep({ name: '朔州市第三中学' })
  const after = (await started(phone.storage)).module.keptDraft('unit')
  expect(after.values()).toEqual({ name: '朔州市第三中学' })
  expect(after.key()).toMatch(KEY)
  expect(after.key()).toBe(before.key())
})

test('the same intention keeps its key, another one has another', async () => {
  const draft = (await started()).module.keptDraft('unit')
  const untyped = draft.key()
  expect(draft.key()).toBe(untyped)
  draft.keep({ name: '甲' })
  const first = draft.key()
  expect(draft.key()).toBe(first)
  draft.keep({ name: '乙' })
  const second = draft.key()
  draft.drop()
  expect(draft.values()).toBeNull()
  expect(new Set([untyped, first, second, draft.key()]).size).toBe(4)
})

test('whatever the storage holds, a form begins', async () => {
  const odd = new Map<string, unknown>([['draft:unit', { values: 'no', key: 5 }]])
  expect((await started(odd)).module.keptDraft('unit').values()).toBeNull()
})

test('forgetting drafts takes those of unopened pages too, tells their files, and leaves the rest of the phone alone', async () => {
  const { phone } = await started()
  phone.storage.set('appearance', { theme: 'dark', elder: false })
  phone.storage.set('draft:unit-application', { values: { proof: ['cloud://e/me/a.jpg'] }, key: 'k', at: 1 })
  const { phone: restarted, module } = await started(phone.storage)
  const open = module.keptDraft('profile')
  open.keep({ nickname: '林', avatar: 'cloud://e/me/b.png' })
  expect(module.dropAllDrafts().sort()).toEqual(['cloud://e/me/a.jpg', 'cloud://e/me/b.png'])
  expect(open.values()).toBeNull()
  expect([...restarted.storage.keys()]).toEqual(['appearance'])
})
