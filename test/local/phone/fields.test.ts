import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/fields/fields')
})

const log = () => phone.text('#log')

test('typing is told, bound, and cut to its length', async () => {
  const field = phone.page.getByRole('textbox', { name: '你的姓名' })
  await field.click()
  await field.pressSequentially('一二三四五')
  await field.press('Enter')
  await eventually(() => phone.text('#bound'), '一二三四')
  await eventually(() => field.inputValue(), '一二三四')
  await eventually(
    async () => (await log()).split(' '),
    [
      'name:focus:',
      'name:input:一',
      'name:input:一二',
      'name:input:一二三',
      'name:input:一二三四',
      'name:confirm:一二三四',
      'name:blur:一二三四',
    ],
  )
})

test('clearing the data clears the field', async () => {
  await phone.page.getByPlaceholder('姓名').fill('一')
  await phone.page.locator('#clear').click()
  await eventually(() => phone.page.getByPlaceholder('姓名').inputValue(), '')
  await phone.page.getByPlaceholder('姓名').fill('二')
  await eventually(() => phone.text('#bound'), '二')
})

test('a placeholder wears its class and goes when something is typed', async () => {
  const hint = phone.page.locator('#name wx-placeholder')
  await eventually(
    async () => [await hint.innerText(), await phone.css('#name wx-placeholder', 'color')],
    ['姓名', 'rgb(1, 99, 1)'],
  )
  await phone.page.getByPlaceholder('姓名').fill('一')
  await eventually(() => hint.isVisible(), false)
})

test('a keyboard for numbers types numbers only', async () => {
  await phone.page.getByPlaceholder('数字').pressSequentially('1a2-3')
  await eventually(() => phone.page.getByPlaceholder('数字').inputValue(), '123')
})

test('what the input handler answers stands in the field', async () => {
  await phone.page.getByPlaceholder('大写').pressSequentially('pm')
  await eventually(() => phone.page.getByPlaceholder('大写').inputValue(), 'PM')
})

test('a disabled field cannot be typed into, a disabled button is silent', async () => {
  await eventually(() => phone.page.getByPlaceholder('锁住').isDisabled(), true)
  await phone.page.locator('#dead').click({ force: true })
  await phone.page.locator('#wrapped').click()
  await eventually(log, 'wrapped:change:true')
})

test('a text area grows with its text', async () => {
  const height = async () => (await phone.page.locator('#story').boundingBox())?.height ?? 0
  const before = await height()
  await phone.page.getByPlaceholder('故事').fill('一\n二\n三\n四')
  await eventually(async () => (await height()) > before * 2, true)
})

test('a switch is tapped itself or by its label, once each time', async () => {
  const agree = phone.page.getByRole('switch', { name: '同意规则' })
  await agree.click()
  await eventually(
    async () => [await agree.getAttribute('aria-checked'), await phone.text('#agreed')],
    ['true', 'true'],
  )
  await phone.page.getByText('同意', { exact: true }).click()
  await eventually(
    async () => [await agree.getAttribute('aria-checked'), await phone.text('#agreed')],
    ['false', 'false'],
  )
  await phone.page.locator('#wrapped').click()
  await phone.page.getByText('整行可点').click()
  await eventually(log, 'wrapped:change:true wrapped:change:false')
})

test('a scroll view goes to a child, and tells when its end is near', async () => {
  const top = () => phone.page.locator('#list').evaluate(element => element.scrollTop)
  await phone.page.locator('#jump').click()
  await eventually(top, 19 * 20)
  await phone.page.locator('#list').evaluate(element => {
    element.scrollTop = element.scrollHeight
  })
  await phone.page.waitForFunction(() => document.querySelector('#log')?.textContent !== '')
  await eventually(log, expect.stringMatching(/^list:scrolltolower:/))
})

test('what catches touchmove keeps the page below from scrolling', async () => {
  const top = () => phone.page.evaluate(() => document.querySelector('wx-page')?.scrollTop)
  const held = phone.page.locator('#held')
  await held.scrollIntoViewIfNeeded()
  const before = await top()
  await held.hover()
  await phone.page.mouse.wheel(0, 200)
  await phone.page.locator('#clear').hover()
  await phone.page.mouse.wheel(0, 200)
  await phone.page.waitForFunction(from => (document.querySelector('wx-page')?.scrollTop ?? 0) > (from ?? 0), before)
  await eventually(top, (before ?? 0) + 200)
})
