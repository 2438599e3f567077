import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

test('app, page and components live in the order of the platform', async () => {
  phone = await stage.open('/pages/lifetimes/lifetimes?chapter=3&word=%E6%B0%B4')
  await phone.lived('page onReady')
  await eventually(
    () => phone.life(),
    [
      'app launch pages/lifetimes/lifetimes',
      'app show',
      'outer created',
      'page attached [3,"%E6%B0%B4"]',
      'outer attached',
      'inner attached 一',
      'page load {"chapter":"3","word":"%E6%B0%B4"}',
      'page show',
      'page lifetime show',
      'outer page show',
      'outer ready',
      'inner ready 一',
      'page ready',
      'page onReady',
    ],
  )
})

test('what is added later is attached and made ready, what is removed is detached', async () => {
  phone = await stage.open('/pages/lifetimes/lifetimes')
  await phone.lived('page onReady')
  const before = (await phone.life()).length
  await phone.page.getByRole('button', { name: '添二' }).click()
  await phone.lived('inner ready 二')
  await phone.page.getByRole('button', { name: '清空' }).click()
  await eventually(
    async () => (await phone.life()).slice(before),
    ['inner attached 二', 'inner ready 二', 'inner detached 一', 'inner detached 二', 'outer detached'],
  )
})

test('relations link parents and children, and follow changes', async () => {
  phone = await stage.open('/pages/lifetimes/lifetimes')
  await phone.page.getByText('一 在 components/outer/outer').waitFor()
  await eventually(() => phone.text('#family'), '一')
  await phone.page.getByRole('button', { name: '添二' }).click()
  await eventually(() => phone.text('#family'), '一+二')
})

test('leaving a page hides or unloads it', async () => {
  phone = await stage.open('/pages/lifetimes/lifetimes')
  await phone.lived('page onReady')
  const before = (await phone.life()).length
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.isAt('pages/fields/fields')
  await phone.run('wx.navigateBack()')
  await phone.isAt('pages/lifetimes/lifetimes')
  await phone.run(`wx.redirectTo({ url: '/pages/fields/fields' })`)
  await phone.isAt('pages/fields/fields')
  await eventually(
    async () => (await phone.life()).slice(before),
    [
      'outer page hide',
      'page show',
      'page lifetime show',
      'outer page show',
      'page unload',
      'inner detached 一',
      'outer detached',
      'page detached',
    ],
  )
})

test('closing the mini-program sends it to the background, and it comes back', async () => {
  phone = await stage.open('/pages/first/first')
  const before = (await phone.life()).length
  await phone.page.getByRole('button', { name: '关闭小程序' }).click()
  await phone.page.getByRole('button', { name: '回到小程序' }).click()
  const lines = (await phone.life()).slice(before).filter(line => line !== 'first ready')
  expect(lines).toEqual(['first hide', 'app hide', 'app show', 'first show 2'])
})
