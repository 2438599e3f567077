import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/forms/forms')
})

const button = (name: string) => phone.page.getByRole('button', { name, exact: true })
const sent = async () => JSON.parse(await phone.text('#sent')) as unknown // eslint-disable-line @typescript-eslint/consistent-type-assertions -- JSON.parse is typed any
const reads = (selector: string, text: string) => phone.page.locator(selector).filter({ hasText: text }).waitFor()

const UNTOUCHED = {
  name: '',
  card: '',
  price: '',
  story: '',
  agree: false,
  kind: 'photo',
  topics: ['water'],
  size: 20,
  stars: 1,
}

test('a form hands over what has a name, and nothing of a component that keeps its own', async () => {
  await button('交').click()
  await eventually(sent, UNTOUCHED)
})

test('what was typed, ticked, chosen and pulled is handed over', async () => {
  await phone.page.getByPlaceholder('证件').pressSequentially('11a010x')
  await phone.page.getByPlaceholder('小数').pressSequentially('3.1b4')
  await phone.page.getByPlaceholder('故事').fill('长'.repeat(300))
  await phone.page.getByRole('switch', { name: '同意' }).click()
  await phone.page.getByText('影片').click()
  await phone.page.getByText('大气').click()
  await phone.page.locator('#stars').click()
  await phone.page.getByRole('slider', { name: '大小' }).press('ArrowRight')
  await button('交').click()
  await eventually(sent, {
    ...UNTOUCHED,
    card: '11010x',
    price: '3.14',
    story: '长'.repeat(300),
    agree: true,
    kind: 'film',
    topics: ['air', 'water'],
    size: 25,
    stars: 2,
  })
  await eventually(() => phone.text('#log'), 'kind:"film" topics:["air","water"] size:25')
})

test('a reset empties the fields', async () => {
  await phone.page.getByPlaceholder('证件').fill('123')
  await phone.page.getByText('大气').click()
  await button('重填').click()
  await eventually(() => phone.text('#sent'), 'reset')
  await button('交').click()
  await eventually(sent, { ...UNTOUCHED, kind: '', topics: [], size: 10 })
})

test('a button inside a component sends the form around it', async () => {
  await button('代交').click()
  await eventually(sent, UNTOUCHED)
})

test('of radios one is chosen, a disabled one never', async () => {
  await phone.page.locator('#locked').click({ force: true })
  await eventually(
    () => phone.page.getByRole('radio').evaluateAll(all => all.map(one => one.getAttribute('aria-checked'))),
    ['true', 'false', 'false'],
  )
  await phone.page.getByRole('radio', { name: '影片' }).or(phone.page.getByText('影片')).first().click()
  await eventually(
    () => phone.page.getByRole('radio').evaluateAll(all => all.map(one => one.getAttribute('aria-checked'))),
    ['false', 'true', 'false'],
  )
})

test('a nickname field offers the name of who holds the phone', async () => {
  await phone.page.getByPlaceholder('昵称').click()
  await button('使用昵称：林晓').click()
  await eventually(() => phone.page.getByPlaceholder('昵称').inputValue(), '林晓')
  await phone.page.getByPlaceholder('证件').click()
  await reads('#log', 'reviewed:true')
  await button('交').click()
  await eventually(sent, { ...UNTOUCHED, name: '林晓' })
})

test('an avatar is chosen of three, and is a picture', async () => {
  await button('头像').click()
  await eventually(() => phone.page.getByRole('dialog').getByRole('button').count(), 4)
  await button('头像：水滴').click()
  const picture = phone.page.locator('#avatar img')
  await picture.waitFor()
  await phone.page.waitForFunction(() => document.querySelector<HTMLImageElement>('#avatar img')?.naturalWidth === 132)
  const head = `wx.getFileSystemManager().readFileSync(getCurrentPages()[0].data.avatarUrl, 'hex').slice(0, 16)`
  expect(await phone.run(head)).toBe('89504e470d0a1a0a')
})

test('a number is asked for, and the answer may be no', async () => {
  await button('手机号').click()
  await button('不允许').click()
  await reads('#log', 'getPhoneNumber:fail user deny')
  await button('手机号').click()
  await button('允许').click()
  await reads('#log', 'getPhoneNumber:ok phone:lin')
})

test('agreeing to the privacy notice is remembered', async () => {
  const needs = () => phone.run('wx.getPrivacySetting().then(answer => answer.needAuthorization)')
  await eventually(needs, true)
  await button('同意隐私').click()
  await reads('#log', 'agreed')
  await eventually(needs, false)
})

test('places of the platform that are not here say so', async () => {
  for (const [name, title] of [
    ['客服', '客服会话'],
    ['反馈', '意见反馈'],
  ] as const) {
    await button(name).click()
    await phone.page.getByRole('dialog', { name: title }).getByRole('button', { name: '知道了' }).click()
  }
  await eventually(() => phone.page.getByRole('dialog').count(), 0)
})
