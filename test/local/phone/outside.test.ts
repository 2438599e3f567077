import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '../../support/eventually'
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
  await eventually(firstLines, ['Error: wx.chooseLocation is not provided by the local phone'])
  await eventually(() => phone.consoleErrors.map(line => line.split('\n')[0]), await firstLines())
  await eventually(
    () => phone.life(),
    expect.arrayContaining(['app error Error: wx.chooseLocation is not provided by the local phone']),
  )
})

test('asking for such a name is allowed, reading on or calling is not', async () => {
  expect(await phone.run('Boolean(wx.getUserProfile)')).toBe(true)
  expect(await phone.run(`(() => { try { return wx.worklet.timing } catch (error) { return error.message } })()`)).toBe(
    'wx.worklet is not provided by the local phone',
  )
  expect(
    await phone.run(`(() => { try { return wx.cloud.database({}) } catch (error) { return error.message } })()`),
  ).toBe('wx.cloud.database is not provided by the local phone')
  await eventually(async () => (await firstLines()).length, 2)
})

test('errors of the mini-program are noted and told to it', async () => {
  await phone.run(`wx.onError(message => { window.told = message.split('\\n')[0] })`)
  await tap('出错')
  await eventually(firstLines, ['Error: 自己的错'])
  await eventually(() => phone.run('told'), 'Error: 自己的错')
})

test('promises that nobody catches are noted', async () => {
  await phone.run(`wx.onUnhandledRejection(({ reason }) => { window.why = reason.message })`)
  await phone.run(`void Promise.reject(new Error('没人接'))`)
  await phone.page.waitForFunction(() => window.phone.errors.length > 0)
  await eventually(firstLines, ['unhandled rejection: Error: 没人接'])
  await eventually(() => phone.run('why'), '没人接')
})

test('an open-type and a tag that are not provided are noted, and the tag is seen', async () => {
  await tap('设置')
  await tap('地图')
  await eventually(firstLines, [
    'Error: <button open-type="openSetting"> is not provided by the local phone',
    'Error: <map> is not provided by the local phone',
  ])
  await eventually(() => phone.page.locator('.is-missing').getAttribute('data-missing'), '<map> 本地手机未提供')
})

test('what the engine finds odd is noted with its place', async () => {
  expect(await phone.warnings()).toEqual([])
  await tap('重名')
  await eventually(
    () => phone.warnings(),
    ['pages/outside/outside: Some keys are not unique while list updates: "甲".'],
  )
})

test('nothing from outside is loaded, and the attempt is noted', async () => {
  await tap('外网图片')
  await phone.page.waitForFunction(() => window.phone.errors.length > 0)
  expect((await phone.errors())[0]).toMatch(/^blocked: https:\/\/example\.com\/far\.png/)
  await eventually(() => phone.blocked, ['https://example.com/far.png'])
})

test('code finds no browser around it', async () => {
  await eventually(() => phone.text('#around'), 'undefined,undefined,undefined,undefined')
})

test('what the build can see, it warns of', () => {
  expect(JSON.parse(readFileSync(join(BUILT_FIXTURE, WARNINGS), 'utf8'))).toEqual([
    expect.stringContaining('pages/outside/outside.wxml'),
    expect.stringContaining('bindsome-thing is never called: write bind:some-thing'),
  ])
})
