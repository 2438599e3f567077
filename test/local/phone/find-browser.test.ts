import { launchBrowser } from '../../../local/phone/find-browser'
import { eventually } from '../../support/eventually'

const before = process.env.CHROME_PATH

afterEach(() => {
  if (before === undefined) delete process.env.CHROME_PATH
  else process.env.CHROME_PATH = before
})

test('a browser is found and shows Chinese', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent('<p>云科普</p>')
  await eventually(() => page.getByText('云科普').count(), 1)
  await browser.close()
}, 60_000)

test('a wrong CHROME_PATH is said, not passed over', async () => {
  process.env.CHROME_PATH = '/nowhere/chrome'
  await expect(launchBrowser()).rejects.toThrow('CHROME_PATH leads to no file: /nowhere/chrome')
})
