import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/vant-forms/vant-forms')
})

const button = (name: string) => phone.page.getByRole('button', { name, exact: true })
const logged = (text: string) => phone.page.locator('#log').filter({ hasText: text }).waitFor()

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAAMQACf4B/3S4+ykAAAAASUVORK5CYII=',
  'base64',
)

// As on a phone: every component with a name joins, so each radio and checkbox too, and a switch without a value has none.
test('fields, radios, checkboxes and switches join a form', async () => {
  await phone.page.getByPlaceholder('请输入题目').pressSequentially('城市里的翠鸟们')
  await phone.page.getByText('影片').click()
  await phone.page.getByText('水', { exact: true }).click()
  await phone.page.locator('van-switch').click()
  await phone.page.waitForFunction(() => document.querySelector('[class*="van-switch--on"]') !== null)
  await button('交').click()
  await logged('{')
  await eventually(async () => JSON.parse(await phone.text('#log')), {
    title: '城市里的翠鸟',
    kind: 'film',
    photo: 'film',
    film: 'film',
    topics: ['air', 'water'],
    air: true,
    water: true,
    agree: null,
  })
})

test('a search is typed, tabs turn', async () => {
  await phone.page.getByPlaceholder('找单位').fill('学校')
  await logged('找 学校')
  await phone.page.locator('van-tabs').getByText('乙', { exact: true }).click()
  await phone.page.getByText('乙内容').waitFor()
})

test('a picture is chosen, shown and taken away', async () => {
  const [chooser] = await Promise.all([
    phone.page.waitForEvent('filechooser'),
    phone.page.locator('[class*="van-uploader__upload"]').first().click(),
  ])
  await chooser.setFiles({ name: 'a.png', mimeType: 'image/png', buffer: PIXEL })
  await logged(`image ${PIXEL.length}`)
  await phone.page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('van-uploader wx-image img')?.naturalWidth === 2,
  )
  await phone.page.locator('[class*="van-uploader__preview-delete"]').first().click()
  await logged('删了')
})

test('a picker in a popup is turned and confirmed', async () => {
  await button('选城市').click()
  await phone.page.getByText('朔州', { exact: true }).click()
  await phone.page.locator('van-picker').getByText('确认').first().click()
  await logged('朔州 1')
})

test('a date picker opens on its day and is confirmed', async () => {
  await button('选日子').click()
  await phone.page.locator('van-datetime-picker').getByText('确认').click()
  await logged('第 155 天')
})
