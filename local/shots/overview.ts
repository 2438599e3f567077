import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { paths } from '../../scripts/paths'

const PHONE_WIDTH = 260
const GAP = 24

const STYLE = `
  body { margin: 0; padding: ${GAP}px; display: flex; align-items: flex-start; gap: ${GAP}px; background: #e9ebe4; }
  img { width: ${PHONE_WIDTH}px; border-radius: 30px; box-shadow: 0 10px 30px rgba(18, 49, 42, .14); }
`

async function imageTag(name: string): Promise<string> {
  const data = await readFile(join(paths.pictures, `${name}.png`), 'base64')
  return `<img alt="" src="data:image/png;base64,${data}">`
}

/** Lays pictures side by side as phones on a desk, in one file small enough for the repository. */
export async function overview(browser: Browser, names: readonly string[]): Promise<void> {
  const width = names.length * (PHONE_WIDTH + GAP) + GAP
  const page = await browser.newPage({ viewport: { width, height: 100 }, deviceScaleFactor: 1.5 })
  const images = await Promise.all(names.map(imageTag))
  await page.setContent(`<!doctype html><style>${STYLE}</style>${images.join('')}`, { waitUntil: 'load' })
  await page.screenshot({ path: join(paths.pictures, 'overview.jpg'), type: 'jpeg', quality: 82, fullPage: true })
  await page.close()
}
