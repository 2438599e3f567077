import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/vant/vant')
})

const NAMES = ['answer', 'isOn', 'isAgreed', 'unit', 'tab', 'said']

/** Waits until the page's data are these; components tell them a moment later. */
const says = async (name: string, value: string) => {
  await phone.page.waitForFunction(
    ([place, wished]) => document.querySelector('#state')?.textContent.split('|')[place] === wished,
    [NAMES.indexOf(name), value] as const,
  )
}
const button = (name: string) => phone.page.getByRole('button', { name, exact: true })

test('every component in use stands on the page', async () => {
  const shown = [
    '已登记',
    '每个单位一名',
    '单位',
    '甲：良',
    '我已阅读规则',
    '审核',
    '60%',
    '分割',
    '还剩 3 天',
    '加载中',
    '解释',
    '过渡',
  ]
  for (const text of shown)
    await eventually(() => phone.page.getByText(text, { exact: true }).first().isVisible(), true)
  await eventually(() => phone.css('van-icon [class*="van-icon-passed"]', 'font-size'), '24px')
})

test('icons come from the package, not from a network', async () => {
  await phone.page.evaluate(() => document.fonts.load('24px vant-icon'))
  const loaded = await phone.page.evaluate(() =>
    [...document.fonts].filter(font => font.family.includes('vant-icon')).map(font => font.status),
  )
  expect(new Set(loaded)).toEqual(new Set(['loaded']))
  expect(phone.requests.map(request => new URL(request).pathname)).toContain('/phone/vant-icon.woff2')
})

test('a switch is turned by tapping', async () => {
  await phone.page.locator('van-switch').click()
  await says('isOn', 'true')
  await phone.page.locator('van-switch').click()
  await says('isOn', 'false')
})

test('of several radios one is chosen', async () => {
  await phone.page.getByText('乙：轻度污染').click()
  await says('answer', 'b')
  await phone.page.getByText('甲：良').click()
  await says('answer', 'a')
  await eventually(() => phone.page.locator('van-radio [class*="van-radio__icon--checked"]').count(), 1)
})

test('a checkbox is ticked', async () => {
  await phone.page.getByText('我已阅读规则').click()
  await says('isAgreed', 'true')
})

test('a field is written into, and cleared', async () => {
  const field = phone.page.getByPlaceholder('请输入单位')
  await field.fill('朔州市生态环境局')
  await says('unit', '朔州市生态环境局')
  await field.focus()
  await phone.page.locator('[class*="van-field__clear-root"]').click()
  await says('unit', '')
  await eventually(() => field.inputValue(), '')
})

test('a search is typed and sent', async () => {
  await phone.page.getByPlaceholder('搜作品').fill('翠鸟')
  await phone.page.getByPlaceholder('搜作品').press('Enter')
  await says('said', '找 翠鸟')
})

test('tabs turn, and the line below follows', async () => {
  await eventually(() => phone.page.getByText('大气内容').isVisible(), true)
  await phone.page.locator('van-tabs').getByText('水', { exact: true }).click()
  await phone.page.getByText('水内容').waitFor()
  await eventually(() => phone.page.getByText('大气内容').isVisible(), false)
  // The line moves to the middle of the second half.
  await phone.page.waitForFunction(() => {
    const box = document.querySelector('[class*="van-tabs__line"]')?.getBoundingClientRect()
    return box !== undefined && Math.abs((box.left + box.right) / 2 - 292.5) < 1
  })
})

test('a popup comes up and goes with its veil, without the page moving below', async () => {
  await phone.page.getByText('联络员').click()
  const inside = phone.page.getByText('弹出层里')
  await inside.waitFor()
  const box = await phone.page.locator('[class*="van-popup--bottom"]').first().boundingBox()
  await phone.page.waitForFunction(() => {
    const popup = document.querySelector('[class*="van-popup--bottom"]')
    return popup !== null && Math.round(popup.getBoundingClientRect().bottom) === 844
  })
  expect(Math.round(box?.height ?? 0)).toBe(200)
  await phone.page.mouse.click(195, 300)
  await inside.waitFor({ state: 'hidden' })
})

test('a dialog is answered with both buttons', async () => {
  await button('弹窗').click()
  await phone.page.getByText('还有两题没答').waitFor()
  await button('取消').click()
  await phone.page.getByText('还有两题没答').waitFor({ state: 'hidden' })
  await says('said', '已取消')
  await button('弹窗').click()
  await button('确认').click()
  await phone.page.getByText('还有两题没答').waitFor({ state: 'hidden' })
  await says('said', '已确认')
})

test('an action sheet tells what was chosen', async () => {
  await button('动作面板').click()
  const choice = phone.page.getByRole('button', { name: '从相册选' })
  await choice.click()
  await choice.waitFor({ state: 'hidden' })
  await says('said', '从相册选')
})

test('an overlay covers the page until it is tapped', async () => {
  await button('遮罩').click()
  await phone.page.locator('#veil').click()
  await phone.page.locator('#veil').waitFor({ state: 'hidden' })
  await says('said', '遮罩关了')
})

test('a panel unfolds', async () => {
  const content = phone.page.getByText('依据新标准')
  await eventually(async () => ((await content.boundingBox())?.height ?? 0) > 0, true)
  const wrapper = phone.page.locator('[class*="van-collapse-item__wrapper"]')
  await eventually(async () => (await wrapper.boundingBox())?.height ?? 0, 0)
  await phone.page.getByText('解释', { exact: true }).click()
  await phone.page.waitForFunction(() => {
    const element = document.querySelector('[class*="van-collapse-item__wrapper"]')
    return element !== null && element.getBoundingClientRect().height > 40
  })
})

test('a long notice runs', async () => {
  await phone.page.waitForFunction(() => {
    const content = document.querySelector('[class*="van-notice-bar__content"]')
    return content !== null && new DOMMatrix(getComputedStyle(content).transform).e < -5
  })
})

test('what is sticky stays at the top of the page', async () => {
  await phone.run('wx.pageScrollTo({ scrollTop: 400, duration: 0 })')
  await phone.page.waitForFunction(() => {
    const tab = document.querySelector('[class*="van-sticky-wrap--fixed"]')
    return tab !== null && Math.round(tab.getBoundingClientRect().top) === 88
  })
})

test('a toast is shown by its own component', async () => {
  await phone.run(
    `getCurrentPages()[0].selectComponent('#van-toast').setData({ show: true, message: '已保存', type: 'text' })`,
  )
  await phone.page.getByText('已保存').waitFor()
})
