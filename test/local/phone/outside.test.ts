import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HeldPhone } from './support/held-phone'
import { BUILT_FIXTURE, WARNINGS } from './support/fixture-folders'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/outside/outside')
  phone.mayComplain = true
})

const firstLines = async () => (await phone.errors()).map(error => error.split('\n')[0])
const tap = (name: string) => phone.page.getByRole('button', { name }).click()

test('a sound page has no errors', async () => {
  expect(await phone.complaints()).toEqual([])
})

test('a name that is not provided fails loudly, once', async () => {
  await tap('没有的名字')
  expect(await firstLines()).toEqual(['Error: wx.chooseLocation is not provided by the local phone'])
  expect(phone.consoleErrors.map(line => line.split('\n')[0])).toEqual(await firstLines())
  expect(await phone.life()).toContain('app error Error: wx.chooseLocation is not provided by the local phone')
})

test('asking for such a name is allowed, reading on or calling is not', async () => {
  expect(await phone.run('Boolean(wx.getUserProfile)')).toBe(true)
  expect(await phone.run(`(() => { try { return wx.worklet.timing } catch (error) { return error.message } })()`)).toBe(
    'wx.worklet is not provided by the local phone',
  )
  expect(
    await phone.run(`(() => { try { return wx.cloud.database({}) } catch (error) { return error.message } })()`),
  ).toBe('wx.cloud.database is not provided by the local phone')
  expect((await firstLines()).length).toBe(2)
})

test('errors of the mini-program are noted and told to it', async () => {
  await phone.run(`wx.onError(message => { window.told = message.split('\\n')[0] })`)
  await tap('出错')
  expect(await firstLines()).toEqual(['Error: 自己的错'])
  expect(await phone.run('told')).toBe('Error: 自己的错')
})

test('promises that nobody catches are noted', async () => {
  await phone.run(`wx.onUnhandledRejection(({ reason }) => { window.why = reason.message })`)
  await phone.run(`void Promise.reject(new Error('没人接'))`)
  await phone.page.waitForFunction(() => window.phone.errors.length > 0)
  expect(await firstLines()).toEqual(['unhandled rejection: Error: 没人接'])
  expect(await phone.run('why')).toBe('没人接')
})

test('an open-type and a tag that are not provided are noted, and the tag is seen', async () => {
  await tap('设置')
  await tap('地图')
  expect(await firstLines()).toEqual([
    'Error: <button open-type="openSetting"> is not provided by the local phone',
    'Error: <map> is not provided by the local phone',
  ])
  expect(await phone.page.locator('.is-missing').getAttribute('data-missing')).toBe('<map> 本地手机未提供')
})

test('what the engine finds odd is noted with its place', async () => {
  expect(await phone.warnings()).toEqual([])
  await tap('重名')
  expect(await phone.warnings()).toEqual(['pages/outside/outside: Some keys are not unique while list updates: "甲".'])
})

test('nothing from outside is loaded, and the attempt is noted', async () => {
  await tap('外网图片')
  await phone.page.waitForFunction(() => window.phone.errors.length > 0)
  expect((await phone.errors())[0]).toMatch(/^blocked: https:\/\/example\.com\/far\.png/)
  expect(phone.blocked).toEqual(['https://example.com/far.png'])
})

test('code finds no browser around it', async () => {
  expect(await phone.text('#around')).toBe('undefined,undefined,undefined,undefined')
})

test('what the build can see, it warns of', () => {
  expect(JSON.parse(readFileSync(join(BUILT_FIXTURE, WARNINGS), 'utf8'))).toEqual([
    expect.stringContaining('pages/outside/outside.wxml'),
    expect.stringContaining('bindsome-thing is never called: write bind:some-thing'),
  ])
})
