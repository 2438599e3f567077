import { eventually } from '../../support/eventually'
import { Stage } from './support/stage'

const stage = Stage.forFile()

const RECORD = `
  window.heard = []
  const page = getCurrentPages()[0]
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'tap', 'longpress', 'longtap'])
    page._$.addListener(name, event => heard.push([name, event.touches.length, event.changedTouches.length, Math.round(event.changedTouches[0].pageY)]))
`

test.each([[true], [false]])('a tap is start, end and tap, once each (touch screen: %s)', async hasTouch => {
  const phone = await stage.open('/pages/first/first', { hasTouch })
  await phone.run(RECORD)
  const hello = phone.page.getByText('你好，邻居')
  const box = await hello.boundingBox()
  const y = Math.round((box?.y ?? 0) + 5 - 88)
  if (hasTouch) await hello.tap({ position: { x: 5, y: 5 } })
  else await hello.click({ position: { x: 5, y: 5 } })
  await eventually(
    () => phone.run('heard'),
    [
      ['touchstart', 1, 1, y],
      ['touchend', 0, 1, y],
      ['tap', 0, 1, y],
    ],
  )
})

test('one touch is one tap, also when another page comes under the finger', async () => {
  const phone = await stage.open('/pages/second/second', { hasTouch: true })
  await phone.page.getByText('角', { exact: true }).tap()
  await phone.isAt('pages/data/data')
  // The way back stands where the finger was: what the browser makes of the touch afterwards must not reach it.
  await phone.run('new Promise(done => setTimeout(done, 400))')
  expect(await phone.path()).toBe('pages/data/data')
})

test('touching elsewhere leaves a field', async () => {
  const phone = await stage.open('/pages/fields/fields', { hasTouch: true })
  await phone.page.getByPlaceholder('姓名').tap()
  await phone.page.getByPlaceholder('姓名').pressSequentially('一')
  await phone.page.locator('#bound').tap()
  await eventually(() => phone.text('#log'), 'name:focus: name:input:一 name:blur:一')
  await phone.page.getByText('同意', { exact: true }).tap()
  await eventually(() => phone.text('#agreed'), 'true')
})

test('a drag is no tap', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(RECORD)
  await phone.page.getByText('你好，邻居').hover()
  await phone.page.mouse.down()
  await phone.page.mouse.move(200, 300, { steps: 2 })
  await phone.page.mouse.up()
  await eventually(
    () => phone.run(`heard.map(entry => entry[0])`),
    ['touchstart', 'touchmove', 'touchmove', 'touchend'],
  )
})

test('a long press is heard instead of a tap', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(RECORD)
  await phone.page.getByText('你好，邻居').hover()
  await phone.page.mouse.down()
  await phone.page.waitForFunction(() => {
    const heard: unknown = Reflect.get(window, 'heard')
    return Array.isArray(heard) && heard.length >= 3
  })
  await phone.page.mouse.up()
  await eventually(() => phone.run(`heard.map(entry => entry[0])`), ['touchstart', 'longpress', 'longtap', 'touchend'])
})

test('coordinates are those of the page, also when it is scrolled', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run('wx.pageScrollTo({ scrollTop: 100, duration: 0 })')
  await phone.run(RECORD)
  await phone.page.mouse.click(50, 188)
  await eventually(() => phone.run('heard.at(-1)'), ['tap', 0, 1, 200])
})

test('an event leads nowhere into the engine', async () => {
  const phone = await stage.open('/pages/data/data')
  await phone.run(
    `getCurrentPages()[0].choose = event => { window.seen = JSON.stringify([event.target, event.currentTarget]) }`,
  )
  await phone.page.getByText('1.甲').click()
  expect(await phone.run('JSON.parse(seen)[0].dataset')).toEqual({ name: '甲' })
  expect(await phone.run('Object.keys(JSON.parse(seen)[1])')).toEqual(['id', 'dataset', 'offsetLeft', 'offsetTop'])
})
