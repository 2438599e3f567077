import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()

const logged = (phone: HeldPhone, text: string) => phone.page.locator('#log').filter({ hasText: text }).waitFor()

test('marks are tapped themselves or by their words, once each time', async () => {
  const phone = await stage.open('/pages/forms/forms', { hasTouch: true })
  await phone.page.getByText('影片').tap()
  await phone.page.getByText('大气').tap()
  await phone.page.getByRole('checkbox').first().tap()
  await logged(phone, 'kind:"film" topics:["air","water"] topics:["water"]')
  await eventually(() => phone.text('#log'), 'kind:"film" topics:["air","water"] topics:["water"]')
})

test('a slider goes where it is tapped', async () => {
  const phone = await stage.open('/pages/forms/forms', { hasTouch: true })
  const slider = phone.page.getByRole('slider', { name: '大小' })
  const { width = 0, height = 0 } = (await slider.boundingBox()) ?? {}
  await slider.tap({ position: { x: width / 2, y: height / 2 } })
  await logged(phone, 'size:30')
})

test('a picker opens once, and its wheel is tapped', async () => {
  const phone = await stage.open('/pages/pickers/pickers', { hasTouch: true })
  await phone.page.getByText('单位', { exact: true }).tap()
  await eventually(() => phone.page.getByRole('dialog').count(), 1)
  await phone.page.getByRole('option', { name: '湿地' }).tap()
  await phone.page.getByRole('button', { name: '确定' }).tap()
  await logged(phone, 'one:2')
  await eventually(() => phone.page.getByRole('dialog').count(), 0)
  await phone.page.locator('#view').getByText('10 时').tap()
  await logged(phone, 'view:[2,0]')
})

test('a layer in a portal hears a finger', async () => {
  const phone = await stage.open('/pages/reading/reading', { hasTouch: true })
  await phone.page.getByRole('button', { name: '打开浮层' }).tap()
  await phone.page.locator('#layer').tap()
  await logged(phone, 'closed')
})
